import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { securityTooling } from "./security-tooling.ts";

const withAccount = (accounts: Record<string, object>) => organization({ ous: { Security: { accounts } } });

it("the account is known by its key, its name or its purpose", () => {
  expect(told(securityTooling, withAccount({ "security-tooling": {} }))).toEqual([]);
  expect(told(securityTooling, withAccount({ sec: { purpose: "Security tooling and more" } }))).toEqual([]);
});

it("an organization without one is told (LF2118), and so is one whose account is closed", () => {
  expect(told(securityTooling, withAccount({ a: {} }))).toEqual(["ous.Security: No account is for security tooling."]);
  expect(told(securityTooling, withAccount({ "security-tooling": { state: "closed" } }))).toHaveLength(1);
  expect(told(securityTooling, organization({ root: { accounts: { a: {} } } }))).toEqual([": No account is for security tooling."]);
  expect(told(securityTooling, organization())).toEqual([]);
});
