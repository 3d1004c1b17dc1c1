import type { PolicyKind } from "../ids/index.ts";
import type { PolicyContent } from "../policy/index.ts";
import type { IdentityCenter, Role } from "./access-types.ts";
import type { Budget } from "./budget-types.ts";
import type { Expectation } from "./expectation-types.ts";

export type { Assignment, CustomerManagedPolicy, Group, IdentityCenter, PermissionsBoundary, PermissionSet, Role } from "./access-types.ts";
export type { Budget, BudgetNotice } from "./budget-types.ts";
export type { Expectation } from "./expectation-types.ts";

/** Tags as AWS keeps them: up to 50, keys up to 128 and values up to 256 characters. */
export type Tags = Readonly<Record<string, string>>;

/**
 * The organization as its owner describes it. Everything is named by its key; nothing refers to an AWS id.
 *
 * @example
 * export default defineOrganization({
 *   name: "acme",
 *   homeRegion: "eu-west-1",
 *   regions: ["eu-west-1", "us-east-1"],
 *   accountEmail: "aws+{account}@acme.example",
 *   ous: { Workloads: { ous: { Prod: { accounts: { "shop-prod": { stage: "prod", owner: "shop" } } } } } },
 * });
 */
export interface Organization {
  /** Where editors find the JSON Schema; ignored. */
  readonly $schema?: string;
  /** A short name for screens, for example the company's: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The Region where landfall keeps its lock and where Identity Center and the log archive live. */
  readonly homeRegion: string;
  /** The Regions the organization governs, the home Region among them. */
  readonly regions: readonly string[];
  /**
   * The e-mail address of an account that states none: `{account}` becomes the account's key, `{organization}` the
   * organization's name. AWS wants 6 to 64 characters, and never lets an address be used twice. An account that exists
   * keeps the address it has.
   */
  readonly accountEmail?: string;
  /** How far the organization has grown. Rules about the next size tell it as the next step, and do not fail. Default: `full`. */
  readonly growth?: Growth;
  /** Tags put on every OU, account and policy that landfall creates. */
  readonly tags?: Tags;
  /** Whom AWS writes to about each account, the management account included, where its OU or the account itself names nobody else. */
  readonly contacts?: Contacts;
  /** Services that may work in all accounts, by service principal. Those that a policy type or a delegation needs come by themselves. */
  readonly trustedAccess?: readonly string[];
  /** The accounts, by key, that administer a service for the organization: by service principal. */
  readonly delegatedAdministrators?: Readonly<Record<string, readonly string[]>>;
  /**
   * Centralized root access, by IAM's own words: `RootCredentialsManagement` lets the management account delete the
   * credentials of its members' root users, and new accounts get none; `RootSessions` lets it do a few tasks as their
   * root user. IAM gets trusted access by itself.
   */
  readonly rootAccess?: readonly RootAccess[];
  /** What member accounts may see and manage of the organization itself. AWS keeps one such policy. */
  readonly delegationPolicy?: DelegationPolicy;
  /** The organization's policies by key; a key is also the policy's name in AWS unless `name` says otherwise. */
  readonly policies?: Readonly<Record<string, Policy>>;
  /** Settings of guardrails by name, where they need some or are to have others than usual; see the list of guardrails. */
  readonly guardrails?: Readonly<Record<string, GuardrailUse>>;
  /**
   * Roles that guardrails let through besides the organization's own, by name with its path (`break-glass`,
   * `platform/deploy-*`) or by ARN. The guardrail `protect-org-roles` keeps them from being made inside accounts.
   */
  readonly exemptRoles?: readonly string[];
  /** The root: what is attached here holds for every account but the management account. */
  readonly root?: Node;
  /** The account that owns the organization. It exists before landfall does. */
  readonly managementAccount?: ManagementAccount;
  /** The organizational units directly below the root, by name. */
  readonly ous?: Readonly<Record<string, OrganizationalUnit>>;
  /** How people enter accounts. It is judged; this version of landfall does not write it to AWS. */
  readonly identityCenter?: IdentityCenter;
  /** IAM roles by name, which questions about access are to know. They are judged; this version of landfall does not write them to AWS. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Budgets by name: up to 100 characters. They are judged; this version of landfall does not write them to AWS. */
  readonly budgets?: Readonly<Record<string, Budget>>;
  /** What must hold of access, by a name that says it. A failure names a request and what led to its answer. */
  readonly expectations?: Readonly<Record<string, Expectation>>;
  /**
   * What has a new name or place in this file, from old address to new, for example
   * `{ "account:shop": "account:shop-prod", "ou:Apps": "ou:Workloads" }`. Keep it until it has been applied everywhere.
   */
  readonly moved?: Readonly<Record<string, string>>;
  /** Addresses of things that others made and landfall is to own from now on: it tags them, and may remove them later. */
  readonly adopt?: readonly string[];
  /** Addresses of things to take away that landfall would otherwise leave alone: made by others, or policy types. */
  readonly remove?: readonly string[];
  /** Warnings that somebody has agreed to live with, each until a day. */
  readonly waivers?: readonly Waiver[];
}

/**
 * - `accounts`: a few accounts, without OUs.
 * - `foundations`: Security and Infrastructure, and production apart from what comes before it.
 * - `framework`: SDLC and Prod in each of them, and accounts of the security team's own.
 * - `full`: all that is recommended, the procedures for changing the organization among them.
 */
export type Growth = "accounts" | "foundations" | "framework" | "full";
export const GROWTHS: readonly Growth[] = ["accounts", "foundations", "framework", "full"];

/** A warning that is not counted until a day has passed. From then on the waiver itself is an error. */
export interface Waiver {
  /** The code of the rule, for example `LF2105`. */
  readonly code: string;
  /** The address of what the warning is about. Default: all that the rule warns about. */
  readonly at?: string;
  /** Why it is right here. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, in UTC, for example `2027-06-30`. */
  readonly until: string;
}

/** Whom AWS writes to beside the root user, by subject. A contact that is not stated is neither read nor changed. */
export interface Contacts {
  /** Invoices and payments. */
  readonly billing?: Contact;
  /** Notices about the services in use. */
  readonly operations?: Contact;
  /** Notices about abuse and security. */
  readonly security?: Contact;
}

/** An alternate contact, as AWS takes it. */
export interface Contact {
  /** A person or a team, up to 64 characters. */
  readonly name: string;
  /** What the person or the team is, up to 50 characters. */
  readonly title: string;
  /** Up to 254 characters; better a list that several people read. */
  readonly email: string;
  /** Digits, spaces, parentheses, plus and hyphen, up to 25 characters. */
  readonly phone: string;
}

/** One organization policy, of any of AWS's types: `scp` and `rcp` grant or deny, the others are settings that AWS merges. */
export interface Policy {
  readonly type: PolicyKind;
  /** The name in AWS, 1 to 128 characters. Default: the policy's key. */
  readonly name?: string;
  /** Up to 512 characters. */
  readonly description?: string;
  /** The policy document. State this or `file`. */
  readonly document?: PolicyContent;
  /** A JSON file that holds the document, relative to the organization file. */
  readonly file?: string;
  readonly tags?: Tags;
}

/** AWS Organizations' resource-based delegation policy: it names member accounts by id. */
export interface DelegationPolicy {
  /** The policy document. State this or `file`. */
  readonly document?: PolicyContent;
  /** A JSON file that holds the document, relative to the organization file. */
  readonly file?: string;
  readonly tags?: Tags;
}

/** A part of centralized root access, as IAM calls it. */
export type RootAccess = "RootCredentialsManagement" | "RootSessions";

/** Settings of a guardrail: values by the names of its parameters. */
export interface GuardrailUse {
  /** The guardrail's name in the list of guardrails. Default: the name of these settings. */
  readonly guardrail?: string;
  readonly [parameter: string]: string | number | readonly string[] | undefined;
}

/** A place policies are attached to. */
export interface Node {
  /** Keys of the policies attached here. */
  readonly policies?: readonly string[];
  /** Names of the guardrails that hold here and below: from the list of guardrails, or from this file's `guardrails`. */
  readonly guardrails?: readonly string[];
  /**
   * Whether AWS's own `FullAWSAccess` stays attached. Default: true. With false the service control policies attached
   * here must themselves allow what the accounts below may do.
   */
  readonly fullAwsAccess?: boolean;
  readonly tags?: Tags;
  /** Accounts directly in this place, by key. */
  readonly accounts?: Readonly<Record<string, Account>>;
}

/** An organizational unit. AWS allows five levels of them. */
export interface OrganizationalUnit extends Node {
  /** What the OU is for; for people. */
  readonly description?: string;
  /** Whom AWS writes to about the accounts in this OU and below, where they name nobody else. */
  readonly contacts?: Contacts;
  /** The OUs inside this one, by name. */
  readonly ous?: Readonly<Record<string, OrganizationalUnit>>;
}

/**
 * - `active`: in use.
 * - `held`: kept, but out of use; belongs in an OU that denies everything.
 * - `closed`: closed at AWS, which deletes it for good after 90 days.
 */
export type AccountState = "active" | "held" | "closed";

/** A member account. Its key is unique in the whole file and is how landfall finds the account again. */
export interface Account {
  /** The account's name in AWS, 1 to 50 characters. Default: its key when it is made, and when that name moves with the key; any other name it has stays. */
  readonly name?: string;
  /** The root user's e-mail address. Default: made by `accountEmail`. To change one takes a code that AWS sends to the new address. */
  readonly email?: string;
  /** The id of an account that exists already, 12 digits. */
  readonly id?: string;
  /** What the account is for, in one sentence. */
  readonly purpose?: string;
  /** The stage of the software life cycle, for example `dev`, `test`, `preprod` or `prod`. Becomes the tag `stage`. */
  readonly stage?: string;
  /** The service that runs in it. Becomes the tag `service`. */
  readonly service?: string;
  /** Who answers for it: a team or a group. Becomes the tag `owner`. */
  readonly owner?: string;
  readonly tags?: Tags;
  /** Whom AWS writes to about this account. */
  readonly contacts?: Contacts;
  /** Default: `active`. */
  readonly state?: AccountState;
  /** Says that this is a new account, where landfall would otherwise ask whether an undeclared one was renamed. */
  readonly new?: true;
  /**
   * Says that the account with this `id` is to be invited while it is outside, alone or in another organization. Its
   * owner must accept; then it is moved to its place. AWS makes no role in it for the organization, so nobody can work in
   * it from outside until its owner makes one.
   */
  readonly invite?: true;
  /** Keys of policies attached to the account itself; better attached to its OU. */
  readonly policies?: readonly string[];
  /** Names of guardrails that hold for the account alone; better attached to its OU. */
  readonly guardrails?: readonly string[];
  /** Whether AWS's own `FullAWSAccess` stays attached to the account. Default: true. */
  readonly fullAwsAccess?: boolean;
}

/** The management account. Only its tags, its owner and its contacts are landfall's business. */
export interface ManagementAccount {
  /** The account's id, 12 digits; when stated, landfall refuses to work on any other organization. */
  readonly id?: string;
  readonly owner?: string;
  readonly tags?: Tags;
  /** Whom AWS writes to about this account. */
  readonly contacts?: Contacts;
}

/** Checks the types of an organization file; the value is returned as it is. */
export function defineOrganization(organization: Organization): Organization {
  return organization;
}
