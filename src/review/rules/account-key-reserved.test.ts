import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { accountKeyReserved } from "./account-key-reserved.ts";

it("any other key is free", () => {
  expect(told(accountKeyReserved, organization({ root: { accounts: { "management-tools": {} } } }))).toEqual([]);
});

it("the key of the management account is refused (LF2003)", () => {
  expect(told(accountKeyReserved, organization({ root: { accounts: { management: {} } } }))).toEqual([
    'root.accounts.management: The key "management" stands for the management account, which the file states under `managementAccount`.',
  ]);
});
