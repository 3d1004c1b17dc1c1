import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { policyStaging } from "./policy-staging.ts";

it("an OU of that name is enough, however it is spelled", () => {
  expect(told(policyStaging, organization({ ous: { PolicyStaging: {} } }))).toEqual([]);
  expect(told(policyStaging, organization({ ous: { "Policy Staging": {} } }))).toEqual([]);
});

it("an organization without it is told (LF2121)", () => {
  expect(told(policyStaging, organization({ ous: { Workloads: { accounts: { a: {} } } } }))).toEqual([": No OU is there to try policies out."]);
  expect(told(policyStaging, organization({ ous: { Workloads: {} } }))).toEqual([]);
});
