import type { Fates, KeyFate } from "../settle-keys.ts";
import { isFalse, isTrue, memberOf, textOf } from "../yaml-node.ts";
import type { OtherStem } from "./configuration.ts";

const UNKNOWN: KeyFate = { why: "neither LZA nor landfall knows this key" };

export const ORGANIZATION_KEYS: Fates = {
  organizationalUnits: "read",
  serviceControlPolicies: "read",
  resourceControlPolicies: "read",
  declarativePolicies: "read",
  taggingPolicies: "read",
  chatbotPolicies: "read",
  backupPolicies: "read",
  enable: {
    why: "LZA would leave the organization alone; landfall exists to govern it",
    hint: () => "Without an organization landfall creates one when you apply.",
    holds: isTrue,
  },
  quarantineNewAccounts: {
    why: "landfall does not watch for accounts that others create",
    hint: () => "Accounts that landfall creates get their policies with their OU; attach the quarantine policy to the root to hold back all others.",
    holds: (value) => isFalse(memberOf(value, "enable")),
  },
  organizationalUnitIds: {
    why: "landfall finds OUs by their path and keeps no ids",
    each: true,
  },
  "*": UNKNOWN,
};

export const OU_KEYS: Fates = { name: "read", ignore: "read", "*": UNKNOWN };

export const POLICY_KEYS: Fates = {
  name: "read", description: "read", policy: "read", type: "read", strategy: "read", deploymentTargets: "read", "*": UNKNOWN,
};

export const TARGET_KEYS: Fates = {
  organizationalUnits: "read",
  accounts: "read",
  excludedAccounts: {
    why: "AWS holds every account of an OU to the OU's policies, and LZA attaches them to the OU regardless",
    hint: () => "Except the account in the policy's conditions, or move it to an OU of its own.",
    each: true,
  },
  excludedRegions: {
    why: "organization policies have no Region, and LZA attaches them regardless",
    hint: () => "Except the Region in the policy with a condition on aws:RequestedRegion.",
    each: true,
  },
  "*": UNKNOWN,
};

/** Policies of settings have no conditions that could except an account or a Region. */
export const SETTINGS_TARGET_KEYS: Fates = {
  ...TARGET_KEYS,
  excludedAccounts: {
    why: "AWS holds every account of an OU to the OU's policies, and LZA attaches them to the OU regardless",
    hint: () => "Attach a policy to the account that assigns other values, or move the account to an OU of its own.",
    each: true,
  },
  excludedRegions: { why: "organization policies have no Region, and LZA attaches them regardless", each: true },
};

export const ACCOUNTS_KEYS: Fates = {
  mandatoryAccounts: "read",
  workloadAccounts: "read",
  accountIds: {
    why: "landfall finds its accounts by their tag, and an id in the file is a promise that the account exists",
    hint: (value) => {
      const id = textOf(value, "accountId");
      return id !== undefined && /^\d{12}$/.test(id) ? `If the account exists already, write \`id: "${id}"\` into it.` : "If the account exists already, write its id into it.";
    },
    each: true,
  },
  "*": UNKNOWN,
};

export const ACCOUNT_KEYS: Fates = {
  name: "read",
  description: "read",
  email: "read",
  organizationalUnit: "read",
  warm: {
    why: "landfall starts no EC2 instance to warm up a new account",
    holds: isFalse,
  },
  enableGovCloud: {
    why: "landfall creates accounts with CreateAccount, which makes no GovCloud pair, and AWS cannot add the pair later",
    hint: () => "Create the account with CreateGovCloudAccount first, then write its `id` into the organization file before you apply.",
    holds: isFalse,
  },
  accountAlias: { why: "landfall does not set the alias in an account's sign-in address" },
  "*": UNKNOWN,
};

/** The management account exists before landfall does, which keeps its hands off it. */
export const MANAGEMENT_KEYS: Fates = {
  ...ACCOUNT_KEYS,
  email: { why: "the management account exists already, and its address is not landfall's business" },
  description: { why: "the organization file holds no purpose of the management account" },
};

export const GLOBAL_KEYS: Fates = {
  homeRegion: "read",
  enabledRegions: "read",
  managementAccountAccessRole: {
    why: "landfall uses a role of its own in member accounts; this one only fills in ${MANAGEMENT_ACCOUNT_ACCESS_ROLE} in policies",
  },
  controlTower: { why: "landfall does not drive AWS Control Tower" },
  logging: { why: "landfall does not take over the log archive of LZA" },
  cloudwatchLogRetentionInDays: { why: "landfall does not take over the log archive of LZA" },
  cdkOptions: { why: "it concerns LZA's own deployment" },
  centralizeCdkBuckets: { why: "it concerns LZA's own deployment" },
  terminationProtection: { why: "it concerns LZA's own deployment" },
  useV2Stacks: { why: "it concerns LZA's own deployment" },
  lambda: { why: "it concerns LZA's own deployment" },
  acceleratorMetadata: { why: "it concerns LZA's own deployment" },
  acceleratorSettings: { why: "it concerns LZA's own deployment" },
  externalLandingZoneResources: { why: "it concerns LZA's own deployment" },
  reports: "read",
  limits: { why: "the organization file has no service quotas of accounts yet" },
  tags: { why: "LZA puts these on the resources of its own stacks", hint: () => "For tags on OUs, accounts and policies, state `tags` in the organization file." },
  "*": { why: "the organization file has nothing for it yet" },
};

/** Why the other files of a configuration are not carried, by the first part of their name. */
export const OTHER_FILES: Readonly<Record<OtherStem, string>> = {
  network: "landfall does not build networks from it, and reads only which accounts administer IPAM and Firewall Manager",
  iam: "landfall takes permission sets, assignments and roles from it, with their policies, and not users, groups, secrets and directories",
  security: "landfall does not take over security services from it, and reads only which accounts administer them",
  customizations: "landfall does not take over stacks and applications from it",
};
