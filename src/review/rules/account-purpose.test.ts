import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountPurpose } from "./account-purpose.ts";

it("a purpose in words is enough, and a closed account needs none", () => {
  expect(told(accountPurpose, organization({ root: { accounts: { a: { purpose: "Logs" }, b: { state: "closed" } } } }))).toEqual([]);
});

it("an account without a purpose is told, and white space is none (LF2106)", () => {
  expect(told(accountPurpose, organization({ root: { accounts: { a: {}, b: { purpose: " " } } } }))).toEqual([
    'root.accounts.a: Account "a" does not say what it is for.',
    'root.accounts.b: Account "b" does not say what it is for.',
  ]);
});
