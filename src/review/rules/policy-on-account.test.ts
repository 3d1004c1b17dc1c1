import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { policyOnAccount } from "./policy-on-account.ts";

const policies = { a: scp(), b: scp() };

it("policies on OUs, and on accounts in Exceptions, are where they belong", () => {
  const right = organization({ policies, ous: { A: { policies: ["a"], accounts: { x: {} } }, Exceptions: { accounts: { y: { policies: ["b"] } } } } });
  expect(told(policyOnAccount, right)).toEqual([]);
});

it("policies on any other account are told (LF2105)", () => {
  const direct = organization({ policies, ous: { A: { accounts: { x: { policies: ["a"] }, y: { policies: ["a", "b"] } } } } });
  expect(told(policyOnAccount, direct)).toEqual([
    'ous.A.accounts.x.policies: "a" is attached to account "x" itself, in OU A.',
    'ous.A.accounts.y.policies: "a" and "b" are attached to account "y" itself, in OU A.',
  ]);
});
