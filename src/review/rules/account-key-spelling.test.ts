import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountKeySpelling } from "./account-key-spelling.ts";

const spelled = (key: string): string[] => told(accountKeySpelling, organization({ root: { accounts: { [key]: {} } } }));

it("small letters, digits and hyphens are fine", () => {
  expect(["shop-prod-2", "a", "2nd"].flatMap(spelled)).toEqual([]);
});

it("any other key is told (LF2144)", () => {
  expect(spelled("Bad_Key")).toEqual(['root.accounts.Bad_Key: The key "Bad_Key" is not made of small letters, digits and hyphens.']);
  expect(["shop.prod", "Shop", "-a", "a b"].flatMap(spelled)).toHaveLength(4);
});
