import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { policyAttachedOnce } from "./policy-attached-once.ts";

const policies = { a: scp(), b: scp() };

it("one policy may be attached to several places", () => {
  expect(told(policyAttachedOnce, organization({ policies, root: { policies: ["a", "b"] }, ous: { A: { policies: ["a"] } } }))).toEqual([]);
});

it("the second attachment to one place is told (LF2010)", () => {
  expect(told(policyAttachedOnce, organization({ policies, ous: { A: { policies: ["a", "b", "a"] } } }))).toEqual([
    'ous.A.policies.2: The policy "a" is attached twice to OU A.',
  ]);
});
