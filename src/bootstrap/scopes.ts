import type { ConditionBlock } from "../policy/index.ts";
import { type RolePlace, ROLE_KINDS, ROLE_NAMES, type RoleKind } from "./place.ts";

/** What an action is about: the narrowest resources and conditions that AWS can hold it to. */
export interface Scope {
  /** Begins the Sids of its statements. */
  readonly name: string;
  readonly resources: (place: RolePlace, kind: RoleKind) => readonly string[];
  readonly condition?: ConditionBlock;
}

const organizations = (type: string, pattern: string) => ({ partition, managementAccountId, organizationId = "o-*" }: RolePlace): string =>
  `arn:${partition}:organizations::${managementAccountId}:${type}/${organizationId}/${pattern}`;
const ROOT = organizations("root", "r-*");
/** Tags given to what is being made are asked for by an ARN without an id, so no pattern begins the id. */
const OU = organizations("ou", "*");
const ACCOUNT = organizations("account", "*");
const POLICY = organizations("policy", "*");
/** FullAWSAccess and its like belong to AWS. */
const AWS_POLICY = ({ partition }: RolePlace): string => `arn:${partition}:organizations::aws:policy/*/p-*`;

const about = (name: string, ...arns: readonly ((place: RolePlace) => string)[]): Scope => ({ name, resources: (place) => arns.map((arn) => arn(place)) });
/** AWS offers no resource for these actions. */
const EVERYTHING: Scope = { name: "Unscoped", resources: () => ["*"] };
/** Whatever landfall makes carries its tag from the beginning. */
const tagged = (name: string, resources: Scope["resources"]): Scope => ({ name, resources, condition: { Null: { "aws:RequestTag/landfall:address": "false" } } });

const roles = ({ partition, managementAccountId }: RolePlace, kind: RoleKind): string[] => {
  const account = kind === "member" ? "*" : managementAccountId;
  const named = ROLE_KINDS.filter((other) => (other === "member") === (kind === "member")).map((other) => ROLE_NAMES[other]);
  // What Control Tower makes is looked for under the names that it gives.
  const others = kind === "member" ? ["AWSControlTowerExecution"] : ["service-role/AWSControlTowerAdmin"];
  return [...named, ...others].map((name) => `arn:${partition}:iam::${account}:role/${name}`);
};

const TREE = about("Tree", ROOT, OU);
const PLACES = about("Places", ROOT, OU, ACCOUNT);
const ACCOUNTS = about("Accounts", ACCOUNT);
const OUS = about("Ous", OU);
const POLICIES = about("Policies", POLICY);
const ALL_POLICIES = about("AllPolicies", POLICY, AWS_POLICY);
const ATTACHMENTS = about("Attachments", POLICY, AWS_POLICY, ROOT, OU, ACCOUNT);
const TAGGED_THINGS = about("Tags", ROOT, OU, ACCOUNT, POLICY);
const OWN_ROLES: Scope = { name: "Roles", resources: roles };
const parameter = (name: string) => ({ partition, managementAccountId, homeRegion }: RolePlace): string => `arn:${partition}:ssm:${homeRegion}:${managementAccountId}:parameter/landfall/${name}`;
const LOCK = about("Lock", parameter("lock"));
/** What the last run left. */
const FINGERPRINT = about("Fingerprint", parameter("fingerprint/*"));
const PARAMETERS = about("Parameters", parameter("lock"), parameter("fingerprint/*"));

/**
 * The scope of each action that has one narrower than everything.
 * Source: Service Authorization Reference, pages of AWS Organizations, IAM, STS, Systems Manager and Account Management.
 * Unconfirmed: that AWS passes `aws:RequestTag` for CreateOrganizationalUnit and CreatePolicy as for CreateAccount.
 */
const SCOPES: Readonly<Record<string, Scope>> = {
  "organizations:AttachPolicy": ATTACHMENTS,
  "organizations:DetachPolicy": ATTACHMENTS,
  "organizations:CloseAccount": ACCOUNTS,
  "organizations:CreateAccount": tagged("NewAccounts", () => ["*"]),
  "organizations:CreateOrganizationalUnit": tagged("NewOus", TREE.resources),
  "organizations:CreatePolicy": tagged("NewPolicies", () => ["*"]),
  "organizations:DeleteOrganizationalUnit": OUS,
  "organizations:DeletePolicy": POLICIES,
  "organizations:DeregisterDelegatedAdministrator": ACCOUNTS,
  "organizations:DescribeAccount": ACCOUNTS,
  "organizations:DescribePolicy": ALL_POLICIES,
  "organizations:DisablePolicyType": about("Root", ROOT),
  "organizations:EnablePolicyType": about("Root", ROOT),
  "organizations:ListAccountsForParent": TREE,
  "organizations:ListDelegatedServicesForAccount": ACCOUNTS,
  "organizations:ListOrganizationalUnitsForParent": TREE,
  "organizations:ListParents": about("Children", OU, ACCOUNT),
  "organizations:ListPoliciesForTarget": PLACES,
  "organizations:ListTagsForResource": TAGGED_THINGS,
  "organizations:ListTargetsForPolicy": ALL_POLICIES,
  "organizations:MoveAccount": PLACES,
  "organizations:RegisterDelegatedAdministrator": ACCOUNTS,
  "organizations:RemoveAccountFromOrganization": ACCOUNTS,
  "organizations:TagResource": TAGGED_THINGS,
  "organizations:UntagResource": TAGGED_THINGS,
  "organizations:UpdateOrganizationalUnit": OUS,
  "organizations:UpdatePolicy": POLICIES,
  "iam:CreateServiceLinkedRole": {
    name: "LinkedRole",
    resources: ({ partition, managementAccountId }) => [`arn:${partition}:iam::${managementAccountId}:role/aws-service-role/organizations.amazonaws.com/*`],
    condition: { StringEquals: { "iam:AWSServiceName": "organizations.amazonaws.com" } },
  },
  "iam:GetRole": OWN_ROLES,
  "iam:GetRolePolicy": OWN_ROLES,
  "iam:ListRolePolicies": OWN_ROLES,
  "iam:ListAttachedRolePolicies": OWN_ROLES,
  "ssm:GetParameter": LOCK,
  "ssm:GetParameters": FINGERPRINT,
  "ssm:PutParameter": PARAMETERS,
  "ssm:DeleteParameter": PARAMETERS,
  "sts:AssumeRole": {
    name: "Members",
    resources: ({ partition }) => [`arn:${partition}:iam::*:role/${ROLE_NAMES.member}`],
    // An account that left the organization may keep the role; it is not entered any more.
    condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
  },
  "sts:AssumeRoot": {
    name: "RootOfMembers",
    resources: ({ partition }) => [`arn:${partition}:iam::*:root`],
    condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
  },
};

/** Account Management names an account of the organization as a resource of the management account. */
const ACCOUNT_MANAGEMENT: Scope = {
  name: "Contacts",
  resources: ({ partition, managementAccountId, organizationId = "o-*" }) => [`arn:${partition}:account::${managementAccountId}:account`, `arn:${partition}:account::${managementAccountId}:account/${organizationId}/*`],
};

export const scopeOf = (action: string): Scope => SCOPES[action] ?? (action.startsWith("account:") ? ACCOUNT_MANAGEMENT : EVERYTHING);
