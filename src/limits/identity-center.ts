/**
 * Quotas of IAM Identity Center, at their defaults, and the forms its API takes.
 * Sources: Identity Center User Guide, "AWS IAM Identity Center quotas"; Identity Center API Reference,
 * CreatePermissionSet; Identity Store API Reference, CreateGroup; read 2026-11.
 */
export const IDENTITY_CENTER_QUOTAS = {
  permissionSets: 3_500,
  /** Permission sets that are assigned in one account. */
  permissionSetsPerAccount: 500,
  groups: 100_000,
  /** Groups that one permission set is assigned to in one account. */
  groupsPerPermissionSetAndAccount: 100,
  /** Managed and customer managed policies of one set. The role made of it has IAM's quota, which is lower. */
  managedPoliciesPerSet: 251,
  /** In bytes, white space not counted. */
  inlinePolicySize: 10_240,
  /** In minutes. The session of a permission set that states none lasts an hour. */
  sessionMinMinutes: 60,
  sessionMaxMinutes: 720,
  permissionSetNameLength: 32,
  permissionSetDescriptionLength: 700,
  relayStateLength: 240,
  groupNameLength: 1_024,
  userNameLength: 128,
} as const;
