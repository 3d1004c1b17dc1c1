/** A token bucket: `rate` requests a second are refilled, `burst` at most are held. */
export interface Bucket {
  readonly rate: number;
  readonly burst: number;
}

export interface Throttle {
  readonly account: Bucket;
  /** Shared by all callers of one organization, where AWS publishes one. */
  readonly organization?: Bucket;
}

const each = (rate: number, burst: number): Bucket => ({ rate, burst });

/**
 * Published request rates of AWS Organizations.
 * Source: Organizations User Guide, "Quotas and service limits", "Throttling limits"; read 2026-11.
 * `UpdatePolicy`, `CreatePolicy` and the like share a figure, not a bucket.
 */
export const ORGANIZATIONS_THROTTLES: Readonly<Record<string, Throttle>> = {
  AcceptHandshake: { account: each(1, 2), organization: each(5, 5) },
  AttachPolicy: { account: each(2, 3) },
  CancelHandshake: { account: each(2, 3) },
  CloseAccount: { account: each(0.05, 1) },
  CreateAccount: { account: each(0.1, 3) },
  CreateGovCloudAccount: { account: each(0.1, 3) },
  CreateOrganization: { account: each(1, 1) },
  CreateOrganizationalUnit: { account: each(1, 2) },
  CreatePolicy: { account: each(2, 3) },
  DeclineHandshake: { account: each(1, 1), organization: each(5, 5) },
  DeleteOrganization: { account: each(1, 1) },
  DeleteOrganizationalUnit: { account: each(2, 3) },
  DeletePolicy: { account: each(2, 3) },
  DeregisterDelegatedAdministrator: { account: each(1, 2) },
  DescribeAccount: { account: each(20, 30), organization: each(24, 36) },
  DescribeCreateAccountStatus: { account: each(2, 2), organization: each(2, 3) },
  DescribeHandshake: { account: each(1, 2), organization: each(6, 10) },
  DescribeOrganization: { account: each(1, 2) },
  DescribeOrganizationalUnit: { account: each(2, 2), organization: each(2, 3) },
  DescribePolicy: { account: each(2, 2), organization: each(2, 3) },
  DetachPolicy: { account: each(2, 3) },
  DisableAWSServiceAccess: { account: each(1, 2) },
  DisablePolicyType: { account: each(1, 1) },
  EnableAWSServiceAccess: { account: each(1, 2) },
  EnableAllFeatures: { account: each(1, 1) },
  EnablePolicyType: { account: each(1, 1) },
  InviteAccountToOrganization: { account: each(3, 5) },
  // The second figure: API Reference, LeaveOrganization: "up to 5 accounts per second in a single organization".
  LeaveOrganization: { account: each(1, 1), organization: each(5, 5) },
  ListAWSServiceAccessForOrganization: { account: each(1, 3), organization: each(1, 4) },
  ListAccounts: { account: each(8, 12), organization: each(9, 15) },
  ListAccountsForParent: { account: each(5, 8), organization: each(6, 10) },
  ListChildren: { account: each(6, 10), organization: each(7, 12) },
  ListCreateAccountStatus: { account: each(5, 8), organization: each(6, 10) },
  ListDelegatedAdministrators: { account: each(5, 8), organization: each(6, 10) },
  ListDelegatedServicesForAccount: { account: each(1, 3), organization: each(1, 4) },
  ListHandshakesForAccount: { account: each(5, 8), organization: each(6, 10) },
  ListHandshakesForOrganization: { account: each(5, 8), organization: each(6, 10) },
  ListOrganizationalUnitsForParent: { account: each(5, 8), organization: each(6, 10) },
  ListParents: { account: each(5, 8), organization: each(6, 10) },
  ListPolicies: { account: each(5, 8), organization: each(6, 10) },
  ListPoliciesForTarget: { account: each(5, 8), organization: each(6, 10) },
  ListRoots: { account: each(1, 2), organization: each(1, 3) },
  ListTagsForResource: { account: each(10, 15), organization: each(12, 18) },
  ListTargetsForPolicy: { account: each(5, 8), organization: each(6, 10) },
  MoveAccount: { account: each(2, 3) },
  RegisterDelegatedAdministrator: { account: each(1, 2) },
  RemoveAccountFromOrganization: { account: each(2, 2) },
  TagResource: { account: each(4, 6) },
  UntagResource: { account: each(4, 6) },
  UpdateOrganizationalUnit: { account: each(2, 3) },
  UpdatePolicy: { account: each(2, 3) },
};

/**
 * Published request rates of Account Management; all count by the calling account.
 * Source: Account Management Reference Guide, "Quotas for AWS Account Management"; read 2026-11.
 */
export const ACCOUNT_THROTTLES: Readonly<Record<string, Throttle>> = {
  AcceptPrimaryEmailUpdate: { account: each(1, 1) },
  DeleteAlternateContact: { account: each(1, 6) },
  DisableRegion: { account: each(1, 1) },
  EnableRegion: { account: each(1, 1) },
  GetAccountInformation: { account: each(3, 3) },
  GetAlternateContact: { account: each(10, 15) },
  GetContactInformation: { account: each(10, 15) },
  GetPrimaryEmail: { account: each(3, 3) },
  GetRegionOptStatus: { account: each(5, 5) },
  ListRegions: { account: each(5, 5) },
  PutAccountName: { account: each(1, 1) },
  PutAlternateContact: { account: each(5, 8) },
  PutContactInformation: { account: each(5, 8) },
  StartPrimaryEmailUpdate: { account: each(1, 1) },
};

/** The published rate of an operation of Organizations or Account Management for one calling account; undefined where there is none. */
export const publishedRate = (operation: string): Throttle["account"] | undefined => (ORGANIZATIONS_THROTTLES[operation] ?? ACCOUNT_THROTTLES[operation])?.account;
