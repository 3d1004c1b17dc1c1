/**
 * Quotas of IAM and AWS STS, at their defaults.
 * Source: IAM User Guide, "IAM and AWS STS quotas"; read 2026-11. Sizes are in characters, white space not counted.
 * Unconfirmed: policies per role; some say that the default became 20 in 2026.
 */
export const IAM_QUOTAS = {
  users: 5_000,
  groups: 300,
  roles: 1_000,
  instanceProfiles: 1_000,
  policies: 1_500,
  versionsPerPolicy: 5,
  samlProviders: 100,
  oidcProviders: 100,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  attachedPoliciesPerUser: 10,
  attachedPoliciesPerGroup: 10,
  attachedPoliciesPerRole: 10,
  rolesPerInstanceProfile: 1,
  managedPolicySize: 6_144,
  /** All inline policies of one user, group or role together. */
  userInlineSize: 2_048,
  groupInlineSize: 5_120,
  roleInlineSize: 10_240,
  trustPolicySize: 2_048,
  roleNameLength: 64,
  policyNameLength: 128,
  pathLength: 512,
  tagsPerResource: 50,
  clientIdsPerOidcProvider: 100,
  thumbprintsPerOidcProvider: 5,
  serverCertificates: 20,
  signingCertificatesPerUser: 2,
  /** The inline session policy, in characters as sent, and the managed ones. */
  sessionPolicySize: 2_048,
  sessionPolicyArns: 10,
} as const;
