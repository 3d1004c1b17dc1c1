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
  accountNameLength: 50,
  ouNameLength: 128,
  policyNameLength: 128,
  policyDescriptionLength: 512,
  tagKeyLength: 128,
  tagValueLength: 256,
  emailMinLength: 6,
  emailMaxLength: 64,
} as const;
