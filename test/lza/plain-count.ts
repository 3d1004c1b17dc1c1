import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { ImportKind } from "../../src/import/index.ts";

interface Target {
  readonly organizationalUnits?: readonly string[];
  readonly accounts?: readonly string[];
  readonly excludedAccounts?: readonly string[];
  readonly excludedRegions?: readonly string[];
}
type Shape = Readonly<Record<string, unknown>>;

/** A plain reading of one file, in no way like the importer's: replacements by hand, includes by a tag that reads the file. */
export function plain(dir: string, name: string): Shape {
  const file = path.join(dir, name);
  if (!existsSync(file)) return {};
  const replacements = name === "replacements-config.yaml" ? {} : plain(dir, "replacements-config.yaml");
  let text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  for (const { key, value } of (replacements["globalReplacements"] ?? []) as { key: string; value?: string | string[] }[]) {
    if (value !== undefined) text = text.replaceAll(`{{${key}}}`, String(value));
  }
  const include = { tag: "!include", resolve: (at: string) => plain(path.dirname(file), at) };
  return (parse(text, { customTags: [include] }) ?? {}) as Shape;
}

const POLICY_LISTS = ["serviceControlPolicies", "resourceControlPolicies", "declarativePolicies", "taggingPolicies", "chatbotPolicies", "backupPolicies"];
const READ = {
  organization: [...POLICY_LISTS, "organizationalUnits", "organizationalUnitIds"],
  accounts: ["mandatoryAccounts", "workloadAccounts", "accountIds"],
  account: ["name", "organizationalUnit", "description", "email"],
  policy: ["name", "description", "policy", "type", "strategy", "deploymentTargets"],
  target: ["organizationalUnits", "accounts"],
};

const list = (value: unknown): readonly Shape[] => (Array.isArray(value) ? (value as Shape[]) : []);
const others = (shape: Shape, read: readonly string[]): number => Object.entries(shape).filter(([key, value]) => !read.includes(key) && value !== null).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What stands in a configuration, counted from its plain values. */
export function countPlainly(dir: string): Readonly<Record<ImportKind, number>> {
  const organization = plain(dir, "organization-config.yaml");
  const accounts = plain(dir, "accounts-config.yaml");
  const global = plain(dir, "global-config.yaml");
  const policies = POLICY_LISTS.flatMap((key) => list(organization[key]));
  const targets = policies.map((policy) => (policy["deploymentTargets"] ?? {}) as Target);
  const accountList = [...list(accounts["mandatoryAccounts"]), ...list(accounts["workloadAccounts"])];
  const management = accountList.filter((account) => account["name"] === "Management");
  return {
    ou: list(organization["organizationalUnits"]).length,
    account: accountList.length,
    policy: policies.length,
    attachment: sum(targets.map((target) => (target.organizationalUnits?.length ?? 0) + (target.accounts?.length ?? 0))),
    delegation: Object.keys(plainDelegations(dir)).length,
    setting: sum([
      others(organization, READ.organization),
      list(organization["organizationalUnitIds"]).length,
      ...policies.map((policy) => others(policy, READ.policy)),
      ...targets.map((target) => (target.excludedAccounts?.length ?? 0) + (target.excludedRegions?.length ?? 0)),
      others(accounts, READ.accounts),
      list(accounts["accountIds"]).length,
      ...accountList.map((account) => others(account, READ.account)),
      ...management.map((account) => Number("email" in account) + Number("description" in account)),
      Object.keys(global).filter((key) => key !== "reports").length,
      ...peopleSettings(dir),
    ]),
    ...countPeople(dir),
    file: ["network", "iam", "security", "customizations"].filter((stem) => existsSync(path.join(dir, `${stem}-config.yaml`))).length,
  };
}

const PEOPLE_READ = {
  set: ["name", "policies", "sessionDuration", "description"],
  assignment: ["name", "permissionSetName", "principalId", "principalType", "principals", "deploymentTargets"],
  role: ["name", "assumedBy", "policies", "boundaryPolicy", "externalIds", "path"],
  budget: ["name", "amount", "type", "timeUnit", "unit", "notifications", "deploymentTargets"],
};

const identityCenterOf = (dir: string): Shape => (plain(dir, "iam-config.yaml")["identityCenter"] ?? {}) as Shape;
const budgetsOf = (dir: string): readonly Shape[] => list((plain(dir, "global-config.yaml")["reports"] as Shape | undefined)?.["budgets"]);
const rolesOf = (dir: string): readonly Shape[] => list(plain(dir, "iam-config.yaml")["roleSets"]).flatMap((set) => list(set["roles"]));
const targetsOf = (shape: Shape): Target => shape["deploymentTargets"] ?? {};

/** Permission sets, principals in targets, roles, policies of accounts and budgets. */
function countPeople(dir: string): Pick<Readonly<Record<ImportKind, number>>, "permission-set" | "assignment" | "role" | "iam-policy" | "budget"> {
  const center = identityCenterOf(dir);
  const assignments = list(center["identityCenterAssignments"]);
  const principals = (one: Shape): number => list(one["principals"]).length + Number("principalId" in one);
  const places = (one: Shape): number => (targetsOf(one).organizationalUnits?.length ?? 0) + (targetsOf(one).accounts?.length ?? 0);
  return {
    "permission-set": list(center["identityCenterPermissionSets"]).length,
    assignment: sum(assignments.map((one) => principals(one) * places(one))),
    role: rolesOf(dir).length,
    "iam-policy": sum(list(plain(dir, "iam-config.yaml")["policySets"]).map((set) => list(set["policies"]).length)),
    budget: budgetsOf(dir).length,
  };
}

function isPlainNotice(one: Shape): boolean {
  const [first] = [one["address"], ...list(one["recipients"])].filter((each) => typeof each === "string");
  const fits = one["thresholdType"] === "PERCENTAGE" && one["comparisonOperator"] === "GREATER_THAN" && one["subscriptionType"] === "EMAIL";
  return fits && /^[\w.+-]+@[\w.-]+$/.test(first ?? "");
}

/** What stands beside what is read, where the thing itself is carried: in this data all of it is, but roles that SAML providers assume. */
function peopleSettings(dir: string): readonly number[] {
  const center = identityCenterOf(dir);
  const reports = (plain(dir, "global-config.yaml")["reports"] ?? {}) as Shape;
  const seen = new Set<unknown>();
  const carriedRoles = rolesOf(dir).filter((role) => {
    const isFirst = !seen.has(role["name"]);
    seen.add(role["name"]);
    return isFirst && list(role["assumedBy"]).every(({ type }) => type !== "provider");
  });
  return [
    ...list(center["identityCenterPermissionSets"]).map((set) => others(set, PEOPLE_READ.set)),
    ...list(center["identityCenterAssignments"]).flatMap((one) => [others(one, PEOPLE_READ.assignment), targetsOf(one).excludedRegions?.length ?? 0]),
    ...carriedRoles.map((role) => others(role, PEOPLE_READ.role)),
    others(reports, ["budgets"]),
    ...budgetsOf(dir).map((budget) => others(budget, PEOPLE_READ.budget)),
    ...budgetsOf(dir).flatMap((budget) => list(budget["notifications"]).map((one) => Number(!isPlainNotice(one)))),
  ];
}

const SETTINGS_LISTS = { declarativePolicies: "ec2", taggingPolicies: "tag", chatbotPolicies: "chat", backupPolicies: "backup" };

/** The types of the policies of settings that need nothing but their file, in the order of the lists above. */
export function readySettingsPolicies(dir: string): string[] {
  const organization = plain(dir, "organization-config.yaml");
  return Object.entries(SETTINGS_LISTS).flatMap(([key, type]) =>
    list(organization[key]).flatMap((policy) => {
      const file = path.join(dir, String(policy["policy"]));
      return existsSync(file) && !readFileSync(file, "utf8").includes("${") ? [type] : [];
    }),
  );
}

/** A value by its path of keys. */
const at = (shape: Shape, ...keys: readonly string[]): unknown => keys.reduce<unknown>((value, key) => (value as Shape | undefined)?.[key], shape);

const SECURITY_SERVICES = { auditManager: "auditmanager", detective: "detective", guardduty: "guardduty", macie: "macie", securityHub: "securityhub" };

/** The account that LZA would make the administrator of each service, by service principal. */
export function plainDelegations(dir: string): Readonly<Record<string, unknown>> {
  const security = plain(dir, "security-config.yaml");
  const network = plain(dir, "network-config.yaml");
  const identityCenter = plain(dir, "iam-config.yaml")["identityCenter"] as Shape | undefined;
  const administrator = at(security, "centralSecurityServices", "delegatedAdminAccount");
  const delegations = {
    ...Object.fromEntries(Object.entries(SECURITY_SERVICES).map(([key, service]) => [service, at(security, "centralSecurityServices", key, "enable") === true && administrator])),
    "access-analyzer": at(security, "accessAnalyzer", "enable") === true && "Audit",
    config: at(security, "awsConfig", "aggregation", "enable") === true && at(security, "awsConfig", "aggregation", "delegatedAdminAccount"),
    fms: at(network, "firewallManagerService", "delegatedAdminAccount"),
    ipam: list(at(network, "centralNetworkServices", "ipams")).length > 0 && at(network, "centralNetworkServices", "delegatedAdminAccount"),
    sso: identityCenter !== undefined && (identityCenter["delegatedAdminAccount"] ?? administrator),
  };
  return Object.fromEntries(Object.entries(delegations).flatMap(([service, account]) => (typeof account === "string" ? [[`${service}.amazonaws.com`, account]] : [])));
}
