import type { Aws } from "../aws/index.ts";

/** Things that exist, to ask about. */
export interface ProbeTargets {
  readonly rootId: string;
  readonly accountId: string;
}

/** A policy that every organization has. */
const PolicyId = "p-FullAWSAccess";

type Probe = (aws: Aws, targets: ProbeTargets) => Promise<unknown>;

/**
 * One call that changes nothing for each action of the plan role. AWS decides about permissions before it looks for
 * what is asked about, so that any answer but a denial shows the permission.
 */
export const PROBES: Readonly<Record<string, Probe>> = {
  "account:GetAlternateContact": async (aws) => (await aws.account()).getAlternateContact({ AlternateContactType: "SECURITY" }),
  "controltower:GetLandingZone": async (aws) => (await aws.controlTower()).getLandingZone({ landingZoneIdentifier: "none" }),
  "controltower:ListEnabledBaselines": async (aws) => (await aws.controlTower()).listEnabledBaselines({}),
  "controltower:ListLandingZones": async (aws) => (await aws.controlTower()).listLandingZones({}),
  "iam:GetRole": async (aws) => (await aws.iam()).getRole({ RoleName: "landfall-plan" }),
  "iam:GetRolePolicy": async (aws) => (await aws.iam()).getRolePolicy({ RoleName: "landfall-plan", PolicyName: "landfall" }),
  "iam:ListAttachedRolePolicies": async (aws) => (await aws.iam()).listAttachedRolePolicies({ RoleName: "landfall-plan" }),
  "iam:ListOrganizationsFeatures": async (aws) => (await aws.iam()).listOrganizationsFeatures({}),
  "iam:ListRolePolicies": async (aws) => (await aws.iam()).listRolePolicies({ RoleName: "landfall-plan" }),
  "organizations:DescribeOrganization": async (aws) => (await aws.organizations()).describeOrganization({}),
  "organizations:DescribePolicy": async (aws) => (await aws.organizations()).describePolicy({ PolicyId }),
  "organizations:DescribeResourcePolicy": async (aws) => (await aws.organizations()).describeResourcePolicy({}),
  "organizations:ListAWSServiceAccessForOrganization": async (aws) => (await aws.organizations()).listAWSServiceAccessForOrganization({}),
  "organizations:ListAccounts": async (aws) => (await aws.organizations()).listAccounts({ MaxResults: 1 }),
  "organizations:ListAccountsForParent": async (aws, { rootId }) => (await aws.organizations()).listAccountsForParent({ ParentId: rootId, MaxResults: 1 }),
  "organizations:ListCreateAccountStatus": async (aws) => (await aws.organizations()).listCreateAccountStatus({ MaxResults: 1 }),
  "organizations:ListDelegatedAdministrators": async (aws) => (await aws.organizations()).listDelegatedAdministrators({ MaxResults: 1 }),
  "organizations:ListDelegatedServicesForAccount": async (aws, { accountId }) => (await aws.organizations()).listDelegatedServicesForAccount({ AccountId: accountId }),
  "organizations:ListHandshakesForOrganization": async (aws) => (await aws.organizations()).listHandshakesForOrganization({ MaxResults: 1 }),
  "organizations:ListOrganizationalUnitsForParent": async (aws, { rootId }) => (await aws.organizations()).listOrganizationalUnitsForParent({ ParentId: rootId, MaxResults: 1 }),
  "organizations:ListPolicies": async (aws) => (await aws.organizations()).listPolicies({ Filter: "SERVICE_CONTROL_POLICY", MaxResults: 1 }),
  "organizations:ListPoliciesForTarget": async (aws, { rootId }) => (await aws.organizations()).listPoliciesForTarget({ TargetId: rootId, Filter: "SERVICE_CONTROL_POLICY", MaxResults: 1 }),
  "organizations:ListRoots": async (aws) => (await aws.organizations()).listRoots({}),
  "organizations:ListTagsForResource": async (aws, { rootId }) => (await aws.organizations()).listTagsForResource({ ResourceId: rootId }),
  "organizations:ListTargetsForPolicy": async (aws) => (await aws.organizations()).listTargetsForPolicy({ PolicyId, MaxResults: 1 }),
  "servicequotas:GetServiceQuota": async (aws) => (await aws.serviceQuotas()).getServiceQuota({ ServiceCode: "organizations", QuotaCode: "L-E619E033" }),
  "ssm:GetParameter": async (aws) => (await aws.ssm()).getParameter({ Name: "/landfall/lock" }),
  "ssm:GetParameters": async (aws) => (await aws.ssm()).getParameters({ Names: ["/landfall/fingerprint/0"] }),
  "sts:GetCallerIdentity": async (aws) => (await aws.sts()).getCallerIdentity({}),
  "tag:GetResources": async (aws) => (await aws.tagging()).getResources({ ResourceTypeFilters: ["organizations:account"], ResourcesPerPage: 1 }),
};
