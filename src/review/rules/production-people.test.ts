import { expect, it } from "vitest";
import type { Assignment, PermissionSet } from "../../organization/index.ts";
import { organization, told } from "../../../test/kit/review.ts";
import { productionPeople } from "./production-people.ts";

const permissionSets: Record<string, PermissionSet> = {
  Administrator: { managedPolicies: ["AdministratorAccess"] },
  Reader: { managedPolicies: ["ReadOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"], inlinePolicy: { Statement: [{ Effect: "Allow", Action: ["s3:GetObject", "ec2:Describe*"], Resource: "*" }, { Effect: "Deny", Action: "s3:*", Resource: "*" }] } },
  Operator: { inlinePolicy: { Statement: { Effect: "Allow", Action: "ecs:UpdateService", Resource: "*" } } },
  Limited: { managedPolicies: ["PowerUserAccess"], boundary: { managedPolicy: "IAMReadOnlyAccess" } },
  Unknown: { customerManagedPolicies: [{ name: "app" }] },
  BreakGlass: { managedPolicies: ["AdministratorAccess"] },
};
const prod = (...assignments: Partial<Assignment>[]) =>
  told(
    productionPeople,
    organization({
      ous: { Workloads: { ous: { Prod: { accounts: { shop: {} } }, SDLC: { accounts: { "shop-dev": {} } } } } },
      identityCenter: { permissionSets, assignments: assignments.map((one) => ({ permissionSet: "Reader", ous: ["Workloads"], ...one })) },
    }),
  );

it("in production people read, one small team changes things, and emergencies are no standing matter", () => {
  expect(prod({ group: "developers" }, { group: "audit", permissionSet: "Limited" }, { group: "sre", permissionSet: "Operator" }, { group: "oncall", permissionSet: "BreakGlass" })).toEqual([]);
  expect(prod({ group: "developers", permissionSet: "Administrator", ous: ["Workloads/SDLC"] }, { group: "sre", permissionSet: "Administrator" })).toEqual([]);
});

it("a second group that can change things, and a single user, are told (LF2152)", () => {
  expect(prod({ group: "developers", permissionSet: "Administrator" }, { group: "sre", permissionSet: "Unknown" })).toEqual([
    'identityCenter.assignments.0: In account "shop", which is in production, group "developers" and group "sre" can change things.',
  ]);
  expect(prod({ user: "ann", permissionSet: "Operator" })).toEqual(['identityCenter.assignments.0: In account "shop", which is in production, user "ann" can change things.']);
});
