import type { Address, PolicyKind } from "../ids/index.ts";
import type { AccountState, Contact, ContactType, RootAccess, Tags } from "../organization/index.ts";
import type { PolicyContent } from "../policy/index.ts";
import type { ControlTower } from "./control-tower.ts";

/** The organization itself: all features, always. */
export interface OrganizationItem {
  readonly kind: "organization";
  readonly address: Address;
  readonly featureSet: "ALL" | "CONSOLIDATED_BILLING";
}

export interface RootItem {
  readonly kind: "root";
  readonly address: Address;
  readonly tags: Tags;
}

export interface PolicyTypeItem {
  readonly kind: "policy-type";
  readonly address: Address;
  readonly policyKind: PolicyKind;
}

/** A service that may work in all accounts. */
export interface TrustedAccessItem {
  readonly kind: "trusted-access";
  readonly address: Address;
  /** The service principal, for example `cloudtrail.amazonaws.com`. */
  readonly service: string;
}

/** A part of centralized root access, for the whole organization. */
export interface RootAccessItem {
  readonly kind: "root-access";
  readonly address: Address;
  readonly feature: RootAccess;
}

/** A member account that administers a service for the organization. */
export interface DelegatedAdministratorItem {
  readonly kind: "delegated-administrator";
  readonly address: Address;
  readonly service: string;
  readonly account: Address;
}

export interface OuItem {
  readonly kind: "ou";
  readonly address: Address;
  readonly name: string;
  readonly parent: Address;
  readonly tags: Tags;
}

export interface AccountItem {
  readonly kind: "account";
  readonly address: Address;
  readonly name: string;
  /** Empty for the management account, whose address the file does not state. */
  readonly email: string;
  readonly parent: Address;
  readonly tags: Tags;
  readonly state: AccountState;
  readonly management: boolean;
  /** The file states no name: the key names the account when it is made. */
  readonly nameIsKey?: boolean;
  /** The file states the e-mail address itself; one that a rule makes is for new accounts only. */
  readonly emailStated?: boolean;
  /** The id the file states, to find an account that exists. */
  readonly statedId?: string;
  /** The file says to invite the account with the stated id while it is outside. */
  readonly invite?: boolean;
  /** The file says that this is a new account and no renamed one. */
  readonly isNew?: boolean;
}

/** One alternate contact of an account. */
export interface ContactItem {
  readonly kind: "contact";
  readonly address: Address;
  readonly contactType: ContactType;
  readonly account: Address;
  /** Undefined where the account has none. */
  readonly contact: Contact | undefined;
}

export interface PolicyItem {
  readonly kind: "policy";
  readonly address: Address;
  readonly policyKind: PolicyKind;
  readonly name: string;
  readonly description: string;
  readonly document: PolicyContent;
  readonly tags: Tags;
}

/** The policy on the organization itself, by which member accounts may manage it. */
export interface DelegationPolicyItem {
  readonly kind: "delegation-policy";
  readonly address: Address;
  readonly document: PolicyContent;
  readonly tags: Tags;
}

export interface AttachmentItem {
  readonly kind: "attachment";
  readonly address: Address;
  readonly policy: Address;
  readonly target: Address;
}

export type Item =
  | OrganizationItem | RootItem | TrustedAccessItem | RootAccessItem | PolicyTypeItem | OuItem | AccountItem | ContactItem | DelegatedAdministratorItem | DelegationPolicyItem | PolicyItem | AttachmentItem;
export type ItemKind = Item["kind"];
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;

/** Every addressable thing, flat. Order is that of creation: parents before children. */
export type Inventory = ReadonlyMap<Address, Item>;

/** The tag that says a thing is landfall's, and which one it is. */
export const ADDRESS_TAG = "landfall:address";
/** The tag that carries an account's state where it is not `active`. */
export const STATE_TAG = "landfall:state";

/** The tag of a policy that operations put into AWS for a time, such as a freeze; its value says what for. */
export const OVERLAY_TAG = "landfall:overlay";

/** The management account has no key in the file; this is its address. */
export const MANAGEMENT_ACCOUNT: Address = "account:management";

/**
 * Whose a thing is.
 * - `ours`: it carries our tag, or hangs on a thing that does.
 * - `watched`: others made it; landfall compares it, changes it when the file says so, and never removes it.
 * - `aws`: AWS made it, such as the policy FullAWSAccess.
 * - `overlay`: operations put it there for a time; no plan changes or removes it, or goes around it.
 * - `control-tower`: Control Tower made it and keeps it as it is; landfall never changes it.
 */
export type Owner = "ours" | "watched" | "aws" | "control-tower" | "overlay";

/** A thing as AWS has it. */
export interface Observed<I extends Item = Item> {
  readonly item: I;
  /** AWS's id; for an attachment, the ids of policy and target joined by `>`. */
  readonly id: string;
  readonly arn?: string;
  readonly owner: Owner;
  /** Fields that could not be seen: neither equal nor different, and never changed. */
  readonly notVisible?: readonly "tags"[];
}

/** An account that AWS is still creating: neither present nor absent. */
export interface CreationInFlight {
  readonly requestId: string;
  readonly accountName: string;
  readonly requestedAt: number;
}

/** The last invitation of an account to this organization. Times are milliseconds since the epoch. */
export interface Invitation {
  readonly handshakeId: string;
  readonly accountId: string;
  /** `ended` without an answer that says no: expired, canceled, or accepted and left again. */
  readonly state: "open" | "declined" | "ended";
  readonly requestedAt: number;
  readonly expiresAt: number;
}

/** The request of an organization with consolidated billing only to get all features. */
export interface AllFeaturesRequest {
  readonly handshakeId: string;
  readonly expiresAt: number;
  /** Ids of the invited accounts that have not agreed. */
  readonly unanswered: readonly string[];
}

/** What was read of AWS at one moment. */
export interface Observation {
  readonly items: ReadonlyMap<Address, Observed>;
  readonly creationsInFlight: readonly CreationInFlight[];
  /** The management account that answered, or that would own a new organization. */
  readonly managementAccountId: string;
  /** Absent when there is no organization yet. */
  readonly organizationId?: string;
  readonly rootId?: string;
  /** Those of accounts that the file invites and that are outside. */
  readonly invitations?: readonly Invitation[];
  /** Only of an organization with consolidated billing, where the request is under way. */
  readonly allFeatures?: AllFeaturesRequest;
  /** Absent where Control Tower governs nothing. */
  readonly controlTower?: ControlTower;
  /** How many accounts the organization may have; absent where no account is to be created, or it could not be read. */
  readonly accountQuota?: number;
  /** What was not read, in words; empty when all was. */
  readonly notRead: readonly string[];
  /** What is worth telling about the reading itself, such as why it was slow. */
  readonly remarks?: readonly string[];
  /** Calls to AWS that the reading took, by operation. */
  readonly calls: Readonly<Record<string, number>>;
}
