import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountKeyUnique } from "./account-key-unique.ts";

it("accounts of different keys are told apart", () => {
  expect(told(accountKeyUnique, organization({ ous: { A: { accounts: { a: {} } }, B: { accounts: { b: {} } } } }))).toEqual([]);
});

it("the second account of a key is told with both places (LF2002)", () => {
  const twice = organization({ root: { accounts: { shop: {} } }, ous: { A: { ous: { B: { accounts: { shop: {} } } } } } });
  expect(told(accountKeyUnique, twice)).toEqual(['ous.A.ous.B.accounts.shop: The key "shop" is used in the root and again in OU A/B.']);
});
