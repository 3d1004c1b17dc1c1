import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountNameLength } from "./account-name-length.ts";

const key = "k".repeat(51);

it("a long key with a short name is fine", () => {
  expect(told(accountNameLength, organization({ root: { accounts: { [key]: { name: "short" }, ["k".repeat(50)]: {} } } }))).toEqual([]);
});

it("a key that becomes a name of 51 characters is told (LF2007)", () => {
  expect(told(accountNameLength, organization({ root: { accounts: { [key]: {} } } }))).toEqual([
    `root.accounts.${key}: The key "${key}" is also the account's name, and has 51 characters where AWS takes 50.`,
  ]);
});
