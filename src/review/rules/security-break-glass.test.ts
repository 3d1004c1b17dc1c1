import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityBreakGlass } from "./security-break-glass.ts";

const withAccount = (accounts: Record<string, object>) => organization({ ous: { Security: { accounts } } });

it("the account is known by its key, its name or its purpose", () => {
  expect(told(securityBreakGlass, withAccount({ "security-break-glass": {} }))).toEqual([]);
  expect(told(securityBreakGlass, withAccount({ x: { name: "SecurityBreakGlass" } }))).toEqual([]);
});

it("an organization without one is told (LF2120), and so is one whose account is closed", () => {
  expect(told(securityBreakGlass, withAccount({ a: {} }))).toEqual(["ous.Security: No account is the way in for incidents."]);
  expect(told(securityBreakGlass, withAccount({ "break-glass": { state: "held" } }))).toHaveLength(1);
  expect(told(securityBreakGlass, organization({ root: { accounts: { a: {} } } }))).toEqual([": No account is the way in for incidents."]);
  expect(told(securityBreakGlass, organization())).toEqual([]);
});
