import type { Address } from "../ids/index.ts";
import type { AccountState, Tags } from "../organization/index.ts";
import type { AttachedManagementPolicy, NamedPolicy, PolicyDocument, PolicyLevel } from "../policy/index.ts";
import type { PolicyKind } from "../ids/index.ts";
import type { ChainCache } from "./chain-cache.ts";

/**
 * An organization as questions about access see it: who is governed by which policies. Made by `accessModel` from what a
 * file declares or from what AWS was observed to have. A value: nothing in it is changed after it is made, apart from
 * chains being compiled when they are first asked.
 */
export interface AccessModel {
  readonly from: "file" | "aws";
  readonly partition: string;
  readonly homeRegion: string;
  readonly organizationId: GivenId;
  readonly rootId: GivenId;
  readonly managementAccount: AccessAccount;
  /** By address, the management account among them, in the order of the organization. */
  readonly accounts: ReadonlyMap<Address, AccessAccount>;
  readonly accountsById: ReadonlyMap<string, AccessAccount>;
  /** The root and every OU, by address. */
  readonly nodes: ReadonlyMap<Address, AccessNode>;
  /** The distinct sets of SCPs and RCPs that accounts are under. Fewer than accounts: one question decides for all of a chain. */
  readonly chains: readonly OrganizationChain[];
  /** Roles and permission sets whose policies are known. Later ones are better known: what AWS has comes after the file. */
  readonly roles: readonly KnownRole[];
  /** Accounts of which every role is known, so that one that is not in `roles` does not exist. */
  readonly iamKnown: ReadonlySet<Address>;
  /** What was not read of AWS, in words: answers may miss it. */
  readonly notRead: readonly string[];
  readonly cache: ChainCache;
}

/** An id, and whether AWS gave it: a stand-in is fixed, and an answer that hangs on one says so. */
export interface GivenId {
  readonly id: string;
  readonly isStandIn: boolean;
}

/** The root or an OU. */
export interface AccessNode {
  readonly address: Address;
  /** `root`, or the path of names as screens show it. */
  readonly name: string;
  readonly parent: Address | undefined;
  readonly id: string;
  readonly attached: readonly AttachedPolicy[];
}

/** A policy of any type where it is attached, AWS's own full access among them. */
export interface AttachedPolicy {
  readonly address: Address;
  readonly kind: PolicyKind;
  readonly name: string;
  /** As AWS keeps it; says which guardrails are in a pack of them. */
  readonly description?: string;
  /** Of SCPs and RCPs. */
  readonly document?: PolicyDocument;
  /** Of all others, where it can be read. */
  readonly settings?: AttachedManagementPolicy;
}

/** An account, as a place where principals and resources are. */
export interface AccessAccount {
  readonly address: Address;
  /** The key in the file, or the name in AWS where the file does not know it. */
  readonly key: string;
  /** 12 digits. */
  readonly id: string;
  readonly isStandIn: boolean;
  readonly management: boolean;
  /** Of a closed account nobody can ask anything any more. */
  readonly state: AccountState;
  readonly tags: Tags;
  /** The tag `stage`. */
  readonly stage?: string;
  /** The root, each OU on the way, the account itself; a level of `chain` has the same place in it. */
  readonly path: readonly Address[];
  /** The value of `aws:PrincipalOrgPaths` and `aws:ResourceOrgPaths`: `o-…/r-…/ou-…/`. */
  readonly organizationPath: string;
  readonly attached: readonly AttachedPolicy[];
  readonly chain: OrganizationChain;
}

/**
 * The SCPs and RCPs of accounts that are under the same ones. The levels have no names, because each account has its
 * own on the way: `account.path[index]`.
 */
export interface OrganizationChain {
  /** Its place in `model.chains`. */
  readonly index: number;
  /** From the root to the account; absent when SCPs are not enabled. */
  readonly scps?: readonly PolicyLevel[];
  readonly rcps?: readonly PolicyLevel[];
  /** Addresses of the accounts that are under it. */
  readonly accounts: readonly Address[];
}

/** What is known of the policies that give a principal its permissions. */
export interface KnownPolicies {
  readonly policies: readonly NamedPolicy[];
  /** Names of policies that it has and whose text is not known; where there are any, an answer may be `unknown`. */
  readonly unknown: readonly string[];
}

export interface Permissions {
  readonly identity: KnownPolicies;
  /** Absent where it has none. */
  readonly boundary?: KnownPolicies;
  readonly session?: KnownPolicies;
}

/** A role that some accounts have, or the one that Identity Center makes of a permission set. */
export interface KnownRole {
  readonly kind: "role" | "permission-set";
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  /** What AWS calls the role of a permission set; absent where that is not known. */
  readonly roleName?: string;
  /** Addresses of the accounts that have it. */
  readonly accounts: ReadonlySet<Address>;
  readonly permissions: Permissions;
  /** Who may assume it; absent where that is not known. */
  readonly trust?: PolicyDocument;
  readonly tags?: Tags;
  /** When it was made and last used; absent where IAM was not asked. */
  readonly use?: RoleUse;
  /** Who says so, for people: `the file`, `AWS`, `landfall bootstrap`. */
  readonly from: string;
}

/** As IAM tells it, in ISO 8601. */
export interface RoleUse {
  readonly createdAt: string;
  /** Absent where nobody has used it as far back as IAM remembers, which is 400 days. Source: IAM User Guide, "View last accessed information for IAM". */
  readonly lastUsedAt?: string;
}
