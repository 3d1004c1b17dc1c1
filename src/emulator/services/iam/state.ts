import type { SessionTag } from "../../principal.ts";
import type { Table, World } from "../../world.ts";

export type Tag = SessionTag;

/** What users, groups and roles have in common. All times are milliseconds since the epoch by the emulator's clock. */
export interface IdentityRecord {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly createdAt: number;
  /** Inline policies: document by name. */
  readonly inline: Readonly<Record<string, string>>;
  /** ARNs of attached managed policies. */
  readonly attached: readonly string[];
}

export interface UserRecord extends IdentityRecord {
  readonly tags: readonly Tag[];
  /** The ARN of the permissions boundary. */
  readonly boundary?: string;
  /** Names of groups, as they are written. */
  readonly groups: readonly string[];
  /** Ids of the keys that count: those made by CreateAccessKey. */
  readonly accessKeys: readonly string[];
  readonly loginProfile?: LoginProfileRecord;
}

/** That there is a password; which one is kept nowhere. */
export interface LoginProfileRecord {
  readonly createdAt: number;
  readonly passwordResetRequired: boolean;
}

export type GroupRecord = IdentityRecord;

export interface RoleRecord extends IdentityRecord {
  readonly tags: readonly Tag[];
  readonly boundary?: string;
  readonly description?: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly trust: TrustPolicy;
  /** The service principal of a service-linked role. */
  readonly linkedService?: string;
}

/**
 * Who may assume a role. AWS keeps the unique ids of the users and roles that a document names: whoever is made later
 * under the same name is somebody else.
 */
export interface TrustPolicy {
  readonly document: string;
  /** Unique ids by the ARNs in the document. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface InstanceProfileRecord {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly createdAt: number;
  readonly tags: readonly Tag[];
  readonly roleName?: string;
}

export interface PolicyRecord {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly description?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tags: readonly Tag[];
  /** Oldest first. */
  readonly versions: readonly PolicyVersionRecord[];
  readonly defaultVersion: string;
  /** Numbers are never given twice. */
  readonly lastVersion: number;
}

export interface PolicyVersionRecord {
  readonly id: string;
  readonly document: string;
  readonly createdAt: number;
}

export interface SamlProviderRecord {
  readonly name: string;
  readonly uuid: string;
  readonly metadata: string;
  readonly createdAt: number;
  readonly validUntil: number;
  readonly encryption?: string;
  readonly tags: readonly Tag[];
}

export interface OidcProviderRecord {
  /** Host and path, without `https://`. */
  readonly url: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly createdAt: number;
  readonly tags: readonly Tag[];
}

/** What an account as a whole has. */
export interface AccountSettings {
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicyRecord;
  readonly rootAccessKeys?: readonly string[];
  readonly rootLoginProfile?: LoginProfileRecord;
  /** Names, in lower case, of roles that were there on day one and are deleted. */
  readonly removedRoles?: readonly string[];
}

export interface PasswordPolicyRecord {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  readonly MaxPasswordAge?: number;
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

/** When and where something was last used. */
export interface LastUse {
  readonly at: number;
  readonly service: string;
  readonly region: string;
}

/** One table per account and kind: no account sees into another. By name in lower case, which makes names unique. */
export const usersOf = (world: World, accountId: string): Table<UserRecord> => world.table(`iam/users/${accountId}`);
export const groupsOf = (world: World, accountId: string): Table<GroupRecord> => world.table(`iam/groups/${accountId}`);
/** Without those of day one that nobody changed: see `day-one.ts`. */
export const storedRolesOf = (world: World, accountId: string): Table<RoleRecord> => world.table(`iam/roles/${accountId}`);
export const instanceProfilesOf = (world: World, accountId: string): Table<InstanceProfileRecord> => world.table(`iam/instance-profiles/${accountId}`);
export const policiesOf = (world: World, accountId: string): Table<PolicyRecord> => world.table(`iam/policies/${accountId}`);
export const samlProvidersOf = (world: World, accountId: string): Table<SamlProviderRecord> => world.table(`iam/saml-providers/${accountId}`);
/** By URL. */
export const oidcProvidersOf = (world: World, accountId: string): Table<OidcProviderRecord> => world.table(`iam/oidc-providers/${accountId}`);
/** By account. */
export const accountSettingsTable = (world: World): Table<AccountSettings> => world.table("iam/accounts");
/** Account by alias: aliases are unique in the world. */
export const aliasesTable = (world: World): Table<string> => world.table("iam/aliases");
/** By access key id or role id. */
export const lastUseTable = (world: World): Table<LastUse> => world.table("iam/last-use");

export const settingsOf = (world: World, accountId: string): AccountSettings => accountSettingsTable(world).get(accountId) ?? {};

export function changeSettings(world: World, accountId: string, change: Partial<AccountSettings>): void {
  accountSettingsTable(world).put(accountId, { ...settingsOf(world, accountId), ...change });
}

export const keyOfName = (name: string): string => name.toLowerCase();
