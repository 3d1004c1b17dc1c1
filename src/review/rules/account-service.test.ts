import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountService } from "./account-service.ts";

const at = (key: string, owner: string) => organization({ ous: { Workloads: { accounts: { [key]: { owner } } } } });

it("an account of a service is fine, whoever owns it", () => {
  expect(told(accountService, at("shop-prod", "shop"))).toEqual([]);
  expect(told(accountService, organization({ ous: { Infrastructure: { accounts: { network: { owner: "network" } } } } }))).toEqual([]);
});

it("a workload account called like its owner is told (LF2129)", () => {
  expect(told(accountService, at("Team-Rocket", "team-rocket"))).toEqual([
    'ous.Workloads.accounts.Team-Rocket: Account "Team-Rocket" is named after its owner.',
  ]);
});
