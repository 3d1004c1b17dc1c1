import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { serviceStaged } from "./service-staged.ts";

const service = (...stages: string[]) =>
  organization({ ous: { Workloads: { accounts: Object.fromEntries(stages.map((stage) => [`shop-${stage}`, { service: "shop", stage }])) } } });

it("one account before production is enough, and accounts of no service are left alone", () => {
  expect(told(serviceStaged, service("dev", "prod"))).toEqual([]);
  expect(told(serviceStaged, organization({ ous: { Workloads: { accounts: { a: { stage: "prod" } } } } }))).toEqual([]);
});

it("production alone is told (LF2132)", () => {
  expect(told(serviceStaged, service("prod"))).toEqual([
    "ous.Workloads.accounts.shop-prod: The service shop has an account in production and none before it.",
  ]);
});
