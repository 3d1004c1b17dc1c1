import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { emailUnique } from "./email-unique.ts";

it("addresses made from different keys differ", () => {
  expect(told(emailUnique, organization({ root: { accounts: { a: {}, b: {} } } }))).toEqual([]);
});

it("one address in two cases of letters is one address (LF2005)", () => {
  const same = organization({ root: { accounts: { a: {}, b: { email: "AWS+A@acme.dev" } } } });
  expect(told(emailUnique, same)).toEqual(['root.accounts.b.email: Accounts "a" and "b" have the same e-mail address AWS+A@acme.dev.']);
});

it("keys that differ only in case make the same address", () => {
  expect(told(emailUnique, organization({ root: { accounts: { shop: {}, Shop: {} } } }))).toHaveLength(1);
});

it("the same key twice is left to its own rule", () => {
  expect(told(emailUnique, organization({ root: { accounts: { a: {} } }, ous: { A: { accounts: { a: {} } } } }))).toEqual([]);
});
