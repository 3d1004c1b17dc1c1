import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { deploymentAccount } from "./deployment-account.ts";

const shop = { service: "shop", stage: "prod" };
const deployed = (accounts: Record<string, object>, workload: object = shop) =>
  organization({ ous: { Workloads: { accounts: { "shop-prod": workload } }, Deployments: { accounts } } });

it("one account for the service, or one that deploys for several, is right", () => {
  expect(told(deploymentAccount, deployed({ d: shop }))).toEqual([]);
  expect(told(deploymentAccount, deployed({ d: { stage: "prod" } }))).toEqual([]);
});

it("a product that a vendor delivers needs none, and neither does an organization without that OU", () => {
  expect(told(deploymentAccount, deployed({}, { ...shop, tags: { delivery: "vendor" } }))).toEqual([]);
  expect(told(deploymentAccount, organization({ ous: { Workloads: { accounts: { "shop-prod": shop } } } }))).toEqual([]);
});

it("a service without one, and one with two, are told (LF2133)", () => {
  expect(told(deploymentAccount, deployed({}))).toEqual(["ous.Workloads.accounts.shop-prod: No account in OU Deployments deploys the service shop."]);
  expect(told(deploymentAccount, deployed({ d: shop, e: shop }))).toEqual([
    'ous.Deployments.accounts.e: Accounts "d" and "e" both deploy the service shop.',
  ]);
});
