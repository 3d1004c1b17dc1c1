import type { PolicyContent } from "../policy/index.ts";
import type { Tags } from "./types.ts";

/** Who enters which accounts with which permissions, through IAM Identity Center. */
export interface IdentityCenter {
  /** What people may do in the accounts they are assigned to, by name: up to 32 characters. */
  readonly permissionSets?: Readonly<Record<string, PermissionSet>>;
  /** The groups that assignments may name. Left out where an identity provider brings them: then assignments may name any. */
  readonly groups?: Readonly<Record<string, Group>>;
  readonly assignments?: readonly Assignment[];
}

/** A permission set: Identity Center makes a role of it in each account it is assigned in. */
export interface PermissionSet {
  /** 1 to 700 characters. */
  readonly description?: string;
  /** How long a session lasts, from 1 to 12 hours, as ISO 8601 writes it: `PT4H`. Default: `PT1H`. */
  readonly sessionDuration?: string;
  /** AWS's own policies, by name, for example `ReadOnlyAccess` or `job-function/Billing`, or by ARN. */
  readonly managedPolicies?: readonly string[];
  /** Policies of the account that have this name in every account the set is assigned in. */
  readonly customerManagedPolicies?: readonly CustomerManagedPolicy[];
  /** The set's own policy. State this or `file`, or neither. */
  readonly inlinePolicy?: PolicyContent;
  /** A JSON file that holds the inline policy, relative to the organization file. */
  readonly file?: string;
  /** The policy that limits what the others may grant. */
  readonly boundary?: PermissionsBoundary;
  /** Where people land in the console: an address. */
  readonly relayState?: string;
  readonly tags?: Tags;
}

/** A policy of the accounts themselves, named as they have it. */
export interface CustomerManagedPolicy {
  readonly name: string;
  /** Begins and ends with a slash. Default: `/`. */
  readonly path?: string;
  /** What the policy says, so that questions about access can be answered: this or `file`, or neither. */
  readonly document?: PolicyContent;
  /** A JSON file that holds the document, relative to the organization file. */
  readonly file?: string;
}

/** A permissions boundary: one policy, AWS's own or one of the accounts. */
export interface PermissionsBoundary {
  /** One of AWS's own policies, by name or ARN. State this or `customerManagedPolicy`. */
  readonly managedPolicy?: string;
  readonly customerManagedPolicy?: CustomerManagedPolicy;
}

/** A group of people. Who is in it is not in this file. */
export interface Group {
  /** Whom it is for. */
  readonly description?: string;
}

/** Gives a group, or a single user, a permission set in accounts. */
export interface Assignment {
  /** The group's name. State this or `user`. */
  readonly group?: string;
  /** The name a single user signs in with; better a group. */
  readonly user?: string;
  readonly permissionSet: string;
  /** Accounts by key; `management` is the management account. */
  readonly accounts?: readonly string[];
  /** OUs by their path, for example `Workloads/Prod`: all accounts below. `root` is all member accounts. */
  readonly ous?: readonly string[];
}

/** An IAM role of accounts that questions about access are to know. */
export interface Role {
  readonly description?: string;
  /** Accounts by key; `management` is the management account. Without `accounts` and `ous`: every member account. */
  readonly accounts?: readonly string[];
  /** OUs by their path: all accounts below. `root` is all member accounts. */
  readonly ous?: readonly string[];
  /** Begins and ends with a slash. Default: `/`. */
  readonly path?: string;
  /** Who may assume it: the trust policy. */
  readonly trust: PolicyContent;
  /** AWS's own policies, by name or ARN. */
  readonly managedPolicies?: readonly string[];
  /** Policies of the account. */
  readonly customerManagedPolicies?: readonly CustomerManagedPolicy[];
  /** The role's own policy. State this or `file`, or neither. */
  readonly inlinePolicy?: PolicyContent;
  /** A JSON file that holds the inline policy, relative to the organization file. */
  readonly file?: string;
  /** The policy that limits what the others may grant. */
  readonly boundary?: PermissionsBoundary;
}
