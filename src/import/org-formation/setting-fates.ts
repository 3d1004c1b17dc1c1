import { type Fates, type KeyFate, settleKeys } from "../settle-keys.ts";
import type { Tally } from "../tally.ts";
import { memberOf, type YamlNode } from "../yaml-node.ts";
import type { Resource, ResourceType, Template } from "./template.ts";

const UNKNOWN: KeyFate = { why: "neither org-formation's documentation nor landfall knows this key" };

const IN_ACCOUNTS = "it concerns the inside of accounts, which the organization file does not hold";

const idHint = (value: YamlNode): string | undefined =>
  value.kind === "scalar" && /^\d{12}$/.test(value.text) ? `If you stay in the organization that org-formation governs, write \`id: "${value.text}"\` into it.` : undefined;

const ACCOUNT_ID: KeyFate = { why: "landfall finds an account that exists by its e-mail address, and an id in the file is a promise that it does", hint: idHint };
const ALIAS: KeyFate = { why: "landfall does not set the alias in an account's sign-in address" };
const PASSWORDS: KeyFate = { why: IN_ACCOUNTS, hint: () => "Sign people in with IAM Identity Center, and deny the making of IAM users." };
const SUPPORT: KeyFate = { why: "AWS has no call that changes an account's support plan" };
const ROLE: KeyFate = { why: "landfall uses a role of its own in member accounts" };

/** What becomes of each property that is no account, OU, policy or attachment. */
const PROPERTIES: Readonly<Record<ResourceType, Fates>> = {
  MasterAccount: {
    Tags: "read",
    ServiceControlPolicies: "read",
    AccountName: { why: "the management account exists already, and its name is not landfall's business" },
    RootEmail: { why: "the management account exists already, and its address is not landfall's business" },
    AccountId: { why: "the same file can be rehearsed and applied elsewhere", hint: idHint },
    Alias: ALIAS,
    PasswordPolicy: PASSWORDS,
    SupportLevel: SUPPORT,
    "*": UNKNOWN,
  },
  Account: {
    AccountName: "read",
    RootEmail: "read",
    Tags: "read",
    ServiceControlPolicies: "read",
    AccountId: ACCOUNT_ID,
    Alias: ALIAS,
    PasswordPolicy: PASSWORDS,
    SupportLevel: SUPPORT,
    OrganizationAccessRoleName: ROLE,
    BuildAccessRoleName: ROLE,
    "*": UNKNOWN,
  },
  OrganizationRoot: { ServiceControlPolicies: "read", DefaultOrganizationAccessRoleName: ROLE, DefaultBuildAccessRoleName: ROLE, "*": UNKNOWN },
  OrganizationalUnit: { OrganizationalUnitName: "read", Accounts: "read", OrganizationalUnits: "read", ServiceControlPolicies: "read", "*": UNKNOWN },
  ServiceControlPolicy: { PolicyName: "read", Description: "read", PolicyDocument: "read", "*": UNKNOWN },
  PasswordPolicy: { "*": { why: IN_ACCOUNTS } },
};

const RESOURCE: Fates = { Type: "read", Properties: "read", "*": UNKNOWN };

const STACKS: KeyFate = { why: "landfall does not take over stacks; org-formation, or CloudFormation itself, keeps deploying them" };

const TOP: Fates = {
  AWSTemplateFormatVersion: "read",
  Organization: "read",
  // Only a place for anchors, which are resolved where they are used.
  Definitions: "read",
  Description: { why: "the organization file has no description of its own; a comment can hold it" },
  Resources: STACKS,
  Outputs: STACKS,
  Parameters: STACKS,
  Conditions: STACKS,
  Mappings: STACKS,
  Metadata: STACKS,
  OrganizationBindings: STACKS,
  OrganizationBinding: STACKS,
  OrganizationBindingRegion: STACKS,
  DefaultOrganizationBinding: STACKS,
  DefaultOrganizationBindingRegion: STACKS,
  "*": UNKNOWN,
};

/** Counts and lists everything that is no OU, account, policy or attachment. */
export function readSettings({ root, resources, others }: Template, tally: Tally): void {
  settleKeys(root, "", TOP, tally);
  for (const { logical, key, type } of others) {
    tally.find("setting", logical, key).leave(type === "" ? "it has no type" : `landfall does not know the type ${type}`);
  }
  for (const resource of resources.values()) settleResource(resource, tally);
}

function settleResource({ logical, type, node }: Resource, tally: Tally): void {
  settleKeys(node, logical, RESOURCE, tally);
  settleKeys(memberOf(node, "Properties"), logical, PROPERTIES[type], tally);
}
