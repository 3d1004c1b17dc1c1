import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityOwner } from "./security-owner.ts";

const owned = (...owners: string[]) =>
  organization({ ous: { Security: { ous: { Prod: { accounts: Object.fromEntries(owners.map((owner, index) => [`a${index}`, { owner }])) } } } } });

it("one team owns all of Security", () => {
  expect(told(securityOwner, owned("security", "security"))).toEqual([]);
});

it("several owners are told (LF2137)", () => {
  expect(told(securityOwner, owned("security", "platform"))).toEqual(["ous.Security: Accounts in OU Security belong to security and platform."]);
});
