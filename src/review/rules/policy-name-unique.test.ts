import { expect, it } from "vitest";
import { organization, policy, scp, told } from "../../../test/kit/review.ts";
import { policyNameUnique } from "./policy-name-unique.ts";

it("an SCP and an RCP may share a name", () => {
  const policies = { a: { ...scp(), name: "guard" }, b: { ...policy("rcp", {}), name: "guard" } };
  expect(told(policyNameUnique, organization({ policies }))).toEqual([]);
});

it("two SCPs may not, whether the name is stated or the key (LF2013)", () => {
  expect(told(policyNameUnique, organization({ policies: { guard: scp(), other: { ...scp(), name: "guard" } } }))).toEqual([
    'policies.other: The policies "guard" and "other" have the same name "guard" in AWS.',
  ]);
});

it("AWS's own names are taken", () => {
  expect(told(policyNameUnique, organization({ policies: { FullAWSAccess: scp() } }))).toEqual([
    'policies.FullAWSAccess: The policy "FullAWSAccess" has the name of AWS\'s own policy FullAWSAccess.',
  ]);
});
