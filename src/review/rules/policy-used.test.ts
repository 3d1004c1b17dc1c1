import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { policyUsed } from "./policy-used.ts";

it("a policy attached anywhere is used", () => {
  const used = organization({ policies: { a: scp(), b: scp(), c: scp() }, root: { policies: ["a"], accounts: { x: { policies: ["b"] } } }, ous: { A: { policies: ["c"] } } });
  expect(told(policyUsed, used)).toEqual([]);
});

it("a policy attached nowhere is told (LF2110)", () => {
  expect(told(policyUsed, organization({ policies: { a: scp() } }))).toEqual(['policies.a: The policy "a" is attached nowhere.']);
});
