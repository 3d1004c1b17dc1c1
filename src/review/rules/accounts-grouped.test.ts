import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountsGrouped } from "./accounts-grouped.ts";

it("accounts in OUs are fine, and a closed one in the root too", () => {
  expect(told(accountsGrouped, organization({ root: { accounts: { old: { state: "closed" } } }, ous: { Workloads: { accounts: { a: {} } } } }))).toEqual([]);
});

it("accounts in the root are told once (LF2124)", () => {
  expect(told(accountsGrouped, organization({ root: { accounts: { a: {} } } }))).toEqual(['root.accounts.a: Account "a" is in no OU.']);
  expect(told(accountsGrouped, organization({ root: { accounts: { a: {}, b: {} } } }))).toEqual([
    'root.accounts.a: 2 accounts, "a" among them, are in no OU.',
  ]);
});
