import { expect, it } from "vitest";
import type { Assignment } from "../../organization/index.ts";
import { organization, told } from "../../../test/kit/review.ts";
import { securityPeople } from "./security-people.ts";

const entering = (...assignments: Partial<Assignment>[]) =>
  told(
    securityPeople,
    organization({
      ous: { Security: { accounts: { "log-archive": {}, "security-tooling": {} } }, Workloads: { accounts: { shop: {} } } },
      identityCenter: { assignments: assignments.map((one) => ({ permissionSet: "Reader", ous: ["Security"], ...one })) },
    }),
  );

it("security and audit people enter Security, and operations read the logs", () => {
  expect(entering({ group: "security-team" }, { group: "Auditors", ous: ["root"] }, { group: "operations", ous: [], accounts: ["log-archive"] }, { group: "developers", ous: ["Workloads"] }, { group: "sre", permissionSet: "BreakGlass" })).toEqual([]);
});

it("others who enter are told (LF2153)", () => {
  expect(entering({ group: "developers", ous: ["root"] }, { group: "operations", ous: [], accounts: ["security-tooling"] })).toEqual([
    'identityCenter.assignments.0: The group "developers" enters account "log-archive" and 1 more in Security with "Reader".',
    'identityCenter.assignments.1: The group "operations" enters account "security-tooling" with "Reader".',
  ]);
});
