/**
 * Quotas of AWS Organizations.
 * Source: Organizations User Guide, "Quotas and service limits"; read 2026-11.
 * Sizes are in characters, as AWS counts them.
 */
export const ORGANIZATIONS_QUOTAS = {
  /** Default; raisable by support to 50,000. The management account counts. */
  accounts: 10,
  organizationalUnits: 2_000,
  /** Levels of OUs below the root. */
  ouDepth: 5,
  tagsPerResource: 50,
  concurrentCreateAccount: 5,
  concurrentCloseAccount: 3,
  /** Days before a created account may leave. */
  minimumAgeToRemoveDays: 4,
  closedAccountDays: 90,
  /** Days an organization must have existed before an account of another may come over. */
  minimumAgeToReceiveDays: 7,
  /** Invitations a day that were not accepted, however low the account quota is; otherwise as many as the quota. */
  invitationsPerDay: 20,
  /** Days in which an invitation, or the request to enable all features, must be answered. */
  invitationDays: 15,
  allFeaturesDays: 90,
  /** Days for which a handshake is listed after it ended. */
  endedHandshakeDays: 30,
  /** Organizations of this size or larger need AWS's assistance to enable all features. */
  allFeaturesAccounts: 5_000,
  resourcePolicyLength: 40_000,
  /** Organizations whose bill another may pay: none until support raises it. Source: Billing User Guide, "Quotas" of billing transfer. */
  inboundTransfers: 0,
  accountNameLength: 50,
  ouNameLength: 128,
  policyNameLength: 128,
  policyDescriptionLength: 512,
  tagKeyLength: 128,
  tagValueLength: 256,
  /** Alternate contacts. Source: Account Management Reference Guide, PutAlternateContact. */
  contactNameLength: 64,
  contactTitleLength: 50,
  contactEmailLength: 254,
  contactPhoneLength: 25,
  emailMinLength: 6,
  emailMaxLength: 64,
} as const;

/**
 * How many accounts an organization of so many members may close in 30 days. It cannot be raised.
 * Source: Organizations User Guide, "Quotas and service limits"; read 2026-11.
 */
export function closuresInThirtyDays(members: number): number {
  if (members < 1_250) return 250;
  return members <= 5_000 ? Math.floor(members / 5) : 1_000;
}
