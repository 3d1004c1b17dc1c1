import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityAdministrator } from "./security-administrator.ts";

const administered = (service: string) =>
  organization({ delegatedAdministrators: { [service]: ["a"] }, ous: { Infrastructure: { accounts: { a: {} } }, Security: { accounts: { b: {} } } } });

it("an account of the OU Security administers security services; others may be anywhere", () => {
  expect(told(securityAdministrator, { ...administered("guardduty.amazonaws.com"), delegatedAdministrators: { "guardduty.amazonaws.com": ["b"] } })).toEqual([]);
  expect(told(securityAdministrator, administered("ipam.amazonaws.com"))).toEqual([]);
});

it("one elsewhere is told (LF2136)", () => {
  expect(told(securityAdministrator, administered("guardduty.amazonaws.com"))).toEqual([
    'delegatedAdministrators.guardduty.amazonaws.com.0: Account "a" administers guardduty.amazonaws.com and is in OU Infrastructure.',
  ]);
});
