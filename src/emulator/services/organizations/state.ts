import type { Partition } from "../../../ids/index.ts";
import type { Table, World } from "../../world.ts";

export type FeatureSet = "ALL" | "CONSOLIDATED_BILLING";
export type AccountState = "PENDING_ACTIVATION" | "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "CLOSED";
export type PolicyTypeStatus = "ENABLED" | "PENDING_ENABLE" | "PENDING_DISABLE";

/** All times in records are milliseconds since the epoch by the emulator's clock. */
export interface OrganizationRecord {
  readonly id: string;
  readonly partition: Partition;
  readonly featureSet: FeatureSet;
  readonly managementAccountId: string;
  readonly rootId: string;
  readonly createdAt: number;
  /** The policy types of the root by API name; one that is absent is disabled. */
  readonly policyTypes: Readonly<Record<string, PolicyTypeStatus>>;
  /** When policies of a type, or their attachments, were last changed. */
  readonly policyChanges?: Readonly<Record<string, number>>;
}

/** An AWS account the emulator knows, a member of an organization or not. */
export interface KnownAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: number;
  readonly organizationId?: string;
  /** When its 90 days after closing were over. Nothing can be done with it any more. */
  readonly goneAt?: number;
  /** The role that CreateAccount made there for the management account; it stays when the account leaves. */
  readonly accessRole?: { readonly roleName: string; readonly managementAccountId: string };
  /** What AWS asks before an account may stand alone; `CreateAccount` collects none of it. */
  readonly standalone: { readonly agreement: boolean; readonly phone: boolean; readonly payment: boolean };
}

/** An account as a member of its organization; name and e-mail are those of its `KnownAccount`. */
export interface AccountRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly parentId: string;
  readonly state: AccountState;
  readonly joinedMethod: "CREATED" | "INVITED";
  readonly joinedAt: number;
  /** The role the management account may assume there; an invited account has none. */
  readonly roleName?: string;
  readonly iamUserAccessToBilling?: "ALLOW" | "DENY";
}

export interface UnitRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly parentId: string;
  readonly name: string;
}

/** A request to create an account, kept after it ended. */
export interface AccountRequestRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly iamUserAccessToBilling: "ALLOW" | "DENY";
  readonly tags: readonly Tag[];
  readonly state: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  readonly requestedAt: number;
  readonly completedAt?: number;
  readonly accountId?: string;
  readonly failureReason?: string;
  /** Why it will fail, if that was asked for. */
  readonly fate?: string;
  /** What keeps the account from being used at first, if that was asked for, and for how long, in milliseconds. */
  readonly hold?: { readonly state: "PENDING_ACTIVATION" | "SUSPENDED"; readonly millis: number };
}

export interface PolicyRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

/** Trusted access that was given to a service. */
export interface ServiceAccessRecord extends IndexRow {
  readonly enabledAt: number;
}

/** A member account that administers services for the organization. */
export interface DelegatedAdministratorRecord extends IndexRow {
  /** Since when, by service principal; never empty. */
  readonly services: Readonly<Record<string, number>>;
}

/** The delegation policy: what member accounts may do about policies. */
export interface ResourcePolicyRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly content: string;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Shared with the tagging service; without a record a resource was never tagged, with an empty list it is no longer. */
export interface TagRecord {
  readonly arn: string;
  readonly tags: readonly Tag[];
}

/** What AWS Support can raise. */
export interface OrganizationsSettings {
  /** Accounts an organization may hold, the management account included. */
  readonly accountLimit?: number;
  /** Other organizations whose bill an organization may pay. */
  readonly inboundTransferLimit?: number;
}

/** An index row; the sequence number is what paging tokens point at. */
export interface IndexRow {
  readonly seq: number;
}

/** Tables of records, by their own id. */
export const organizationsTable = (world: World): Table<OrganizationRecord> => world.table("organizations/organizations");
export const knownAccountsTable = (world: World): Table<KnownAccount> => world.table("organizations/known-accounts");
export const accountsTable = (world: World): Table<AccountRecord> => world.table("organizations/accounts");
export const unitsTable = (world: World): Table<UnitRecord> => world.table("organizations/units");
export const accountRequestsTable = (world: World): Table<AccountRequestRecord> => world.table("organizations/account-requests");
export const policiesTable = (world: World): Table<PolicyRecord> => world.table("organizations/policies");
export const tagsTable = (world: World): Table<TagRecord> => world.table("organizations/tags");
/** By organization id: each has one at most. */
export const resourcePoliciesTable = (world: World): Table<ResourcePolicyRecord> => world.table("organizations/resource-policies");
export const settingsTable = (world: World): Table<OrganizationsSettings> => world.table("organizations/settings");
/**
 * E-mail addresses in lower case → the account that has or once had it, or the request that is creating one with it.
 * AWS never frees the address of a closed account.
 */
export const emailsTable = (world: World): Table<string> => world.table("organizations/emails");
/** Ids by what makes their names unique: see `unitNameKey` and `policyNameKey`. */
export const unitNamesTable = (world: World): Table<string> => world.table("organizations/unit-names");
export const unitNameKey = (parentId: string, name: string): string => `${parentId}/${name}`;
export const policyNamesTable = (world: World): Table<string> => world.table("organizations/policy-names");
export const policyNameKey = (organizationId: string, type: string, name: string): string => `${organizationId}/${type}/${name}`;
/** Target id → policy type → ids of the policies attached directly, oldest first. */
export const attachmentsTable = (world: World): Table<Readonly<Record<string, readonly string[]>>> => world.table("organizations/attachments");

/** Indexes, one table per owner, so that listing the children of one parent never walks the organization. */
export const unitsOf = (world: World, parentId: string): Table<IndexRow> => world.table(`organizations/units-of/${parentId}`);
export const accountsOf = (world: World, parentId: string): Table<IndexRow> => world.table(`organizations/accounts-of/${parentId}`);
export const allUnits = (world: World, organizationId: string): Table<IndexRow> => world.table(`organizations/all-units/${organizationId}`);
export const allAccounts = (world: World, organizationId: string): Table<IndexRow> => world.table(`organizations/all-accounts/${organizationId}`);
export const allRequests = (world: World, organizationId: string): Table<IndexRow> => world.table(`organizations/all-requests/${organizationId}`);
export const allPolicies = (world: World, organizationId: string, type: string): Table<IndexRow> =>
  world.table(`organizations/all-policies/${organizationId}/${type}`);
export const targetsOf = (world: World, organizationId: string, policyId: string): Table<IndexRow> =>
  world.table(`organizations/targets-of/${organizationId}/${policyId}`);
/** When closing was asked for, by account id: what the closing quota counts. */
export const closuresOf = (world: World, organizationId: string): Table<number> => world.table(`organizations/closures-of/${organizationId}`);
/** By service principal, and by account id. */
export const serviceAccessOf = (world: World, organizationId: string): Table<ServiceAccessRecord> => world.table(`organizations/service-access/${organizationId}`);
export const delegatedAdministratorsOf = (world: World, organizationId: string): Table<DelegatedAdministratorRecord> =>
  world.table(`organizations/delegated-administrators/${organizationId}`);

/** The row of what comes before everything else: a root, a parent, what AWS owns. */
export const ROOT_ROW: IndexRow = { seq: 1 };

/** The next row of any index; numbers only grow, so a listing keeps its place while things come and go. */
export function nextRow(world: World): IndexRow {
  const counter = world.table<number>("organizations/sequence");
  const seq = (counter.get("last") ?? 1) + 1;
  counter.put("last", seq);
  return { seq };
}

/** The keys as they are now, for walks that change the table. */
export const keysOf = (table: Table<unknown>): readonly string[] => table.keys();
