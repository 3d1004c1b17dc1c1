import type { GetAccountAuthorizationDetailsResponse, ManagedPolicyDetail, RoleDetail } from "@aws-sdk/client-iam";
import type { KnownPolicies, KnownRole } from "../access/index.ts";
import type { Aws } from "../aws/index.ts";
import type { Address } from "../ids/index.ts";
import { isPolicyDocument, type PolicyDocument } from "../policy/index.ts";

/** What the reading takes in an account. */
export const IAM_ROLES_ACTIONS: readonly string[] = ["iam:GetAccountAuthorizationDetails"];

/**
 * The roles of the account that a way to AWS is in, with everything that gives them permissions, and Identity Center's by
 * the names of their permission sets too. A page holds up to a thousand things.
 * Source: IAM API Reference, "GetAccountAuthorizationDetails". AWS tells the text of its own policies that are attached.
 */
export async function readRoles(aws: Aws, account: Address): Promise<KnownRole[]> {
  const iam = await aws.iam();
  const roles: RoleDetail[] = [];
  const documents = new Map<string, PolicyDocument>();
  let Marker: string | undefined;
  do {
    const page: GetAccountAuthorizationDetailsResponse = await iam.getAccountAuthorizationDetails({ Filter: ["Role", "LocalManagedPolicy", "AWSManagedPolicy"], MaxItems: 1000, Marker });
    roles.push(...(page.RoleDetailList ?? []));
    for (const policy of page.Policies ?? []) {
      const document = defaultVersion(policy);
      if (policy.Arn !== undefined && document !== undefined) documents.set(policy.Arn, document);
    }
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  return roles.flatMap((role) => knownRolesOf(role, documents, account));
}

const defaultVersion = ({ PolicyVersionList = [] }: ManagedPolicyDetail): PolicyDocument | undefined =>
  parsed(PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document);

function knownRolesOf(role: RoleDetail, documents: ReadonlyMap<string, PolicyDocument>, account: Address): KnownRole[] {
  const { RoleName: name = "", Path: path = "/", RolePolicyList = [], AttachedManagedPolicies = [], PermissionsBoundary, Tags = [] } = role;
  const trust = parsed(role.AssumeRolePolicyDocument);
  const managed = (arn: string, policyName: string): KnownPolicies => known(policyName, documents.get(arn));
  const parts = [
    ...AttachedManagedPolicies.map(({ PolicyArn = "", PolicyName = "" }) => managed(PolicyArn, PolicyName)),
    ...RolePolicyList.map(({ PolicyName = "", PolicyDocument }) => known(PolicyName, parsed(PolicyDocument))),
  ];
  const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
  const found: KnownRole = {
    kind: "role",
    name,
    path,
    accounts: new Set([account]),
    permissions: {
      identity: { policies: parts.flatMap(({ policies }) => policies), unknown: parts.flatMap(({ unknown }) => unknown) },
      ...(boundary === undefined ? {} : { boundary: managed(boundary, boundary.split("/").at(-1) ?? boundary) }),
    },
    ...(trust === undefined ? {} : { trust }),
    tags: Object.fromEntries(Tags.map(({ Key = "", Value = "" }) => [Key, Value])),
    ...(role.CreateDate === undefined ? {} : { use: { createdAt: role.CreateDate.toISOString(), ...(role.RoleLastUsed?.LastUsedDate === undefined ? {} : { lastUsedAt: role.RoleLastUsed.LastUsedDate.toISOString() }) } }),
    from: "IAM",
  };
  const set = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1];
  return set === undefined ? [found] : [found, { ...found, kind: "permission-set", name: set, roleName: name }];
}

const known = (name: string, document: PolicyDocument | undefined): KnownPolicies => (document === undefined ? { policies: [], unknown: [name] } : { policies: [{ name, document }], unknown: [] });

/** IAM hands documents out percent-encoded. */
function parsed(text: string | undefined): PolicyDocument | undefined {
  if (text === undefined) return undefined;
  const document: unknown = JSON.parse(decodeURIComponent(text));
  return isPolicyDocument(document) ? document : undefined;
}
