import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountOwner } from "./account-owner.ts";

it("an owner is a team or a group, and a closed account needs none", () => {
  expect(told(accountOwner, organization({ root: { accounts: { a: { owner: "security" }, b: { state: "closed" } } } }))).toEqual([]);
});

it("an account without an owner is told (LF2107)", () => {
  expect(told(accountOwner, organization({ root: { accounts: { a: { purpose: "Logs" } } } }))).toEqual([
    'root.accounts.a: Account "a" does not say who answers for it.',
  ]);
});
