import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountIdUnique } from "./account-id-unique.ts";

it("accounts without an id, and with ids of their own, are fine", () => {
  expect(told(accountIdUnique, organization({ root: { accounts: { a: {}, b: {}, c: { id: "111111111111" } } } }))).toEqual([]);
});

it("an id that stands twice is told, also when it is the management account's (LF2008)", () => {
  const twice = organization({
    managementAccount: { id: "999999999999" },
    root: { accounts: { a: { id: "111111111111" }, b: { id: "111111111111" }, c: { id: "999999999999" } } },
  });
  expect(told(accountIdUnique, twice)).toEqual([
    'root.accounts.b.id: Account "b" has the id 111111111111, which is that of account "a".',
    'root.accounts.c.id: Account "c" has the id 999999999999, which is that of the management account.',
  ]);
});
