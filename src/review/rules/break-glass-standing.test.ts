import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { breakGlassStanding } from "./break-glass-standing.ts";

const entering = (...assignments: { permissionSet: string; ous?: string[]; accounts?: string[] }[]) =>
  told(breakGlassStanding, organization({ ous: { Security: { accounts: { "security-break-glass": {}, "log-archive": {} } } }, identityCenter: { permissionSets: { "Security-Audit": { managedPolicies: ["SecurityAudit"] }, Administrator: { managedPolicies: ["AdministratorAccess"] } }, assignments: assignments.map((one) => ({ group: "security", ...one })) } }));

it("reading in all accounts is no way in for emergencies", () => {
  expect(entering({ permissionSet: "Security-Audit", ous: ["Security"] })).toEqual([]);
});

it("a way in for emergencies that stands open is told (LF2159)", () => {
  expect(entering({ permissionSet: "Administrator", ous: ["root"] }, { permissionSet: "Break-Glass", ous: ["Security"] })).toEqual([
    'identityCenter.assignments.0: The group "security" can work in account "security-break-glass" at any time, with "Administrator".',
    'identityCenter.assignments.1: The group "security" has "Break-Glass" at any time.',
  ]);
});
