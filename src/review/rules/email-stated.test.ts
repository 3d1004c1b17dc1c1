import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { emailStated } from "./email-stated.ts";

it("a rule for the file or an address of its own is enough", () => {
  expect(told(emailStated, organization({ root: { accounts: { a: {} } } }))).toEqual([]);
  expect(told(emailStated, organization({ accountEmail: undefined, root: { accounts: { a: { email: "a@acme.dev" } } } }))).toEqual([]);
});

it("an account with neither is told (LF2004)", () => {
  expect(told(emailStated, organization({ accountEmail: undefined, root: { accounts: { a: {} } } }))).toEqual([
    'root.accounts.a: Account "a" has no e-mail address, and the file has no rule that makes one.',
  ]);
});
