import { IAM_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { accountsTable } from "../organizations/index.ts";
import { PAGE, required } from "./constraints.ts";
import { entityAlreadyExists, noSuchEntity } from "./errors.ts";
import { accountOf, operation } from "./operation.ts";
import {
  aliasesTable, changeSettings, groupsOf, instanceProfilesOf, oidcProvidersOf, policiesOf, samlProvidersOf, settingsOf, usersOf,
} from "./state.ts";
import { rolesOf } from "./stored.ts";

const ALIAS = { AccountAlias: required({ min: 3, max: 63, pattern: /^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$/ }) };

/** An account has one alias at most: a new one takes the place of the old. */
const createAccountAlias = operation<{ AccountAlias: string }>({
  name: "CreateAccountAlias",
  input: ALIAS,
  errors: ["EntityAlreadyExists"],
  run({ world, principal }, { AccountAlias }) {
    const { accountId } = principal;
    if (aliasesTable(world).has(AccountAlias)) throw entityAlreadyExists(`The account alias ${AccountAlias} already exists.`);
    const { alias } = settingsOf(world, accountId);
    if (alias !== undefined) aliasesTable(world).delete(alias);
    aliasesTable(world).put(AccountAlias, accountId);
    changeSettings(world, accountId, { alias: AccountAlias });
    return {};
  },
});

const deleteAccountAlias = operation<{ AccountAlias: string }>({
  name: "DeleteAccountAlias",
  input: ALIAS,
  errors: ["NoSuchEntity"],
  run({ world, principal }, { AccountAlias }) {
    if (settingsOf(world, principal.accountId).alias !== AccountAlias) throw noSuchEntity(`The account alias ${AccountAlias} cannot be found.`);
    aliasesTable(world).delete(AccountAlias);
    changeSettings(world, principal.accountId, { alias: undefined });
    return {};
  },
});

const listAccountAliases = operation<object>({
  name: "ListAccountAliases",
  input: PAGE,
  errors: [],
  run(call) {
    const { alias } = settingsOf(call.world, accountOf(call));
    return { AccountAliases: alias === undefined ? [] : [alias], IsTruncated: false };
  },
});

/** What nobody can make here, and what cannot be counted, is 0. */
const getAccountSummary = operation<object>({
  name: "GetAccountSummary",
  input: {},
  errors: [],
  run: (call) => ({ SummaryMap: { ...countsOf(call), ...QUOTA_ENTRIES } }),
});

function countsOf({ world, principal: { accountId } }: Call) {
  const { rootAccessKeys = [], rootLoginProfile } = settingsOf(world, accountId);
  const policies = Array.from(policiesOf(world, accountId).values());
  return {
    Users: usersOf(world, accountId).size,
    Groups: groupsOf(world, accountId).size,
    Roles: rolesOf(world, accountId).length,
    InstanceProfiles: instanceProfilesOf(world, accountId).size,
    Policies: policies.length,
    PolicyVersionsInUse: policies.reduce((sum, { versions }) => sum + versions.length, 0),
    Providers: samlProvidersOf(world, accountId).size + oidcProvidersOf(world, accountId).size,
    ServerCertificates: 0,
    MFADevices: 0,
    MFADevicesInUse: 0,
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: rootAccessKeys.length > 0 ? 1 : 0,
    // Who signed up by himself has a password; a root user that CreateAccount made has none until one is set.
    AccountPasswordPresent: rootLoginProfile !== undefined || accountsTable(world).get(accountId)?.joinedMethod !== "CREATED" ? 1 : 0,
    AccountSigningCertificatesPresent: 0,
  };
}

const QUOTA_ENTRIES = {
  UsersQuota: QUOTAS.users,
  GroupsQuota: QUOTAS.groups,
  RolesQuota: QUOTAS.roles,
  InstanceProfilesQuota: QUOTAS.instanceProfiles,
  PoliciesQuota: QUOTAS.policies,
  PolicyVersionsInUseQuota: 10_000,
  VersionsPerPolicyQuota: QUOTAS.versionsPerPolicy,
  PolicySizeQuota: QUOTAS.managedPolicySize,
  UserPolicySizeQuota: QUOTAS.userInlineSize,
  GroupPolicySizeQuota: QUOTAS.groupInlineSize,
  RolePolicySizeQuota: QUOTAS.roleInlineSize,
  AssumeRolePolicySizeQuota: QUOTAS.trustPolicySize,
  AttachedPoliciesPerUserQuota: QUOTAS.attachedPoliciesPerUser,
  AttachedPoliciesPerGroupQuota: QUOTAS.attachedPoliciesPerGroup,
  AttachedPoliciesPerRoleQuota: QUOTAS.attachedPoliciesPerRole,
  GroupsPerUserQuota: QUOTAS.groupsPerUser,
  AccessKeysPerUserQuota: QUOTAS.accessKeysPerUser,
  ServerCertificatesQuota: QUOTAS.serverCertificates,
  SigningCertificatesPerUserQuota: QUOTAS.signingCertificatesPerUser,
  GlobalEndpointTokenVersion: 1,
};

export const accountOperations = [createAccountAlias, deleteAccountAlias, listAccountAliases, getAccountSummary];
