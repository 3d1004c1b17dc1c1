import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityReadOnly } from "./security-read-only.ts";

const withAccount = (accounts: Record<string, object>) => organization({ ous: { Security: { accounts } } });

it("the account is known by its key, its name or its purpose", () => {
  expect(told(securityReadOnly, withAccount({ "security-read-only": {} }))).toEqual([]);
  expect(told(securityReadOnly, withAccount({ SecurityReadOnlyAccess: {} }))).toEqual([]);
});

it("an organization without one is told (LF2119), and so is one whose account is closed", () => {
  expect(told(securityReadOnly, withAccount({ a: {} }))).toEqual(["ous.Security: No account is the security team's way to read in all others."]);
  expect(told(securityReadOnly, withAccount({ "security-read-only": { state: "closed" } }))).toHaveLength(1);
  expect(told(securityReadOnly, organization({ root: { accounts: { a: {} } } }))).toEqual([": No account is the security team's way to read in all others."]);
  expect(told(securityReadOnly, organization())).toEqual([]);
});
