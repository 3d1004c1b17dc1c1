import type { Assignment, Group, IdentityCenter, PermissionSet } from "../organization/index.ts";

/*
 * Who enters which accounts, for each size of organization. Groups are assigned and never single users; what an account is
 * guarded by stands in its OU's policies, so that permission sets stay few and plain.
 */

const ADMINISTRATOR: PermissionSet = { description: "Everything that the policies above leave open", managedPolicies: ["AdministratorAccess"], sessionDuration: "PT4H" };
const READ_ONLY: PermissionSet = { description: "Look, and change nothing", managedPolicies: ["ReadOnlyAccess"], sessionDuration: "PT8H" };
const SECURITY_AUDIT: PermissionSet = { description: "How everything is set up, in every account", managedPolicies: ["SecurityAudit"], sessionDuration: "PT8H" };
const BREAK_GLASS: PermissionSet = { description: "Assigned to nobody: it is given when an incident begins", managedPolicies: ["AdministratorAccess"], sessionDuration: "PT1H" };

const DEVELOPERS: Group = { description: "Those who write the software" };
const SECURITY: Group = { description: "Security and audit" };
const PLATFORM: Group = { description: "Those who run what all share" };

/** Rows of four: who, with what, where. */
const assigned = (...rows: readonly (readonly [group: string, permissionSet: string, places: Pick<Assignment, "accounts" | "ous">])[]): Assignment[] =>
  rows.map(([group, permissionSet, places]) => ({ group, permissionSet, ...places }));

/** A company of a few people, who do everything. */
export const FOUNDERS_ONLY: IdentityCenter = {
  permissionSets: { Administrator: ADMINISTRATOR, ReadOnly: READ_ONLY },
  groups: { founders: { description: "Those who run the company's accounts" }, advisers: { description: "Bookkeeping and audit" } },
  assignments: assigned(["founders", "Administrator", { ous: ["root"] }], ["advisers", "ReadOnly", { ous: ["root"] }]),
};

export const SMALL_COMPANY: IdentityCenter = {
  permissionSets: { Administrator: ADMINISTRATOR, "Prod-ReadOnly": READ_ONLY, "Security-Audit": SECURITY_AUDIT },
  groups: { founders: { description: "Those who run the company's accounts" }, developers: DEVELOPERS, security: SECURITY },
  assignments: assigned(
    ["founders", "Administrator", { ous: ["Infrastructure", "Workloads", "Sandbox"] }],
    ["developers", "Administrator", { ous: ["Workloads/Test", "Sandbox"] }],
    ["developers", "Prod-ReadOnly", { ous: ["Workloads/Prod"] }],
    ["security", "Administrator", { accounts: ["security-tooling"] }],
    ["security", "Security-Audit", { ous: ["root"] }],
  ),
};

/** Source: the lesson "AWS Multi-Account Architecture", its permission sets. */
export const FIVE_ACCOUNTS: IdentityCenter = {
  permissionSets: {
    "NonProd-Developer": { description: "Broad access where nothing is in production", managedPolicies: ["PowerUserAccess"], sessionDuration: "PT8H" },
    "Prod-ReadOnly": READ_ONLY,
    "Prod-Operator": { description: "For the small team that may change production beside the pipelines", managedPolicies: ["PowerUserAccess"], sessionDuration: "PT1H" },
    "Platform-Administrator": ADMINISTRATOR,
    "Security-Audit": SECURITY_AUDIT,
    "Break-Glass": BREAK_GLASS,
  },
  groups: { developers: DEVELOPERS, sre: { description: "The few who answer for production" }, platform: PLATFORM, security: SECURITY },
  assignments: assigned(
    ["developers", "NonProd-Developer", { ous: ["Workloads/NonProd"] }],
    ["developers", "Prod-ReadOnly", { ous: ["Workloads/Prod"] }],
    ["sre", "Prod-Operator", { ous: ["Workloads/Prod"] }],
    ["platform", "Platform-Administrator", { ous: ["Infrastructure"] }],
    ["security", "Security-Audit", { ous: ["root"] }],
  ),
};

/** Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy": full access in dev and stage, none in production. */
export const ONE_TEAM: IdentityCenter = {
  permissionSets: { Developer: ADMINISTRATOR, "Platform-Administrator": ADMINISTRATOR, "Security-Administrator": ADMINISTRATOR, "Security-Audit": SECURITY_AUDIT },
  groups: { developers: DEVELOPERS, platform: PLATFORM, security: SECURITY },
  assignments: assigned(
    ["developers", "Developer", { accounts: ["sandbox-developers"], ous: ["Workloads/Dev", "Workloads/Stage"] }],
    ["platform", "Platform-Administrator", { accounts: ["sandbox-platform"], ous: ["Infrastructure", "Workloads/Prod"] }],
    ["security", "Security-Administrator", { accounts: ["sec"] }],
    ["security", "Security-Audit", { ous: ["root"] }],
  ),
};

/** For the larger blueprints; places that an organization has not are left out. */
export const FRAMEWORK: IdentityCenter = {
  permissionSets: {
    "NonProd-Developer": { ...ADMINISTRATOR, sessionDuration: "PT8H" },
    "Prod-ReadOnly": READ_ONLY,
    "Platform-Administrator": ADMINISTRATOR,
    "Security-Administrator": ADMINISTRATOR,
    "Security-Audit": SECURITY_AUDIT,
    "Break-Glass": BREAK_GLASS,
  },
  groups: { developers: DEVELOPERS, platform: PLATFORM, security: SECURITY },
  assignments: assigned(
    ["developers", "NonProd-Developer", { ous: ["Workloads/SDLC", "Sandbox"] }],
    ["developers", "Prod-ReadOnly", { ous: ["Workloads/Prod"] }],
    ["platform", "Platform-Administrator", { ous: ["Infrastructure", "Deployments", "PolicyStaging"] }],
    ["security", "Security-Administrator", { accounts: ["security-tooling", "security-read-only"], ous: ["Security/SDLC"] }],
    ["security", "Security-Audit", { ous: ["root"] }],
  ),
};
