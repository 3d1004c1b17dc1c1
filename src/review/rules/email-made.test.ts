import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { emailMade } from "./email-made.ts";

const withKey = (key: string) => organization({ root: { accounts: { [key]: {} } } });

it("64 characters are allowed", () => {
  expect(told(emailMade, withKey("k".repeat(64 - "aws+@acme.dev".length)))).toEqual([]);
});

it("an address that the key makes too long is told with its length (LF2006)", () => {
  const key = "k".repeat(52);
  expect(told(emailMade, withKey(key))).toEqual([
    `root.accounts.${key}: The e-mail address that the rule makes for account "${key}" has 65 characters, and AWS takes 64: aws+${key}@acme.dev`,
  ]);
});

it.each([
  ["a b", "has a space or a colon"],
  ["a:b", "has a space or a colon"],
  ["a@b", "has two @"],
])("a key such as %s cannot stand in an address", (key, wrong) => {
  expect(told(emailMade, withKey(key))).toEqual([expect.stringContaining(wrong)]);
});

it("an address that is stated is not judged here", () => {
  expect(told(emailMade, organization({ root: { accounts: { "a b": { email: "ab@acme.dev" } } } }))).toEqual([]);
});
