import { accountAddress, type Address, nameOfAddress } from "../ids/index.ts";
import { MANAGEMENT_ACCOUNT } from "../inventory/index.ts";
import { accountsOf, type CustomerManagedPolicy, type Organization, type PermissionsBoundary, type PermissionSet, type PlacedAccount, type Role } from "../organization/index.ts";
import { isPolicyDocument, type PolicyContent } from "../policy/index.ts";
import type { KnownPolicies, KnownRole, Permissions } from "./model.ts";
import { ADMINISTRATOR_PERMISSIONS, awsPolicy, joinPolicies, unknownPolicy } from "./permissions.ts";

/** The role that AWS makes in accounts it creates for an organization; an administrator that the management account may become. */
export const ORGANIZATION_ACCESS_ROLE = "OrganizationAccountAccessRole";

/** The roles and permission sets that a file declares, after those that AWS makes with an account. */
export function knownRoles(organization: Organization): KnownRole[] {
  const accounts = accountsOf(organization);
  const { permissionSets = {}, assignments = [] } = organization.identityCenter ?? {};
  return [
    accessRole(accounts),
    ...Object.entries(organization.roles ?? {}).map(([name, role]) => declaredRole(name, role, accounts)),
    ...Object.entries(permissionSets).map(([name, set]): KnownRole => {
      const places = assignments.filter(({ permissionSet }) => permissionSet === name).flatMap((assignment) => [...placesOf(assignment, accounts)]);
      return { kind: "permission-set", name, path: ssoPath(organization.homeRegion), accounts: new Set(places), permissions: permissionsOf(name, set), ...(set.tags === undefined ? {} : { tags: set.tags }), from: "the file" };
    }),
  ];
}

function accessRole(accounts: readonly PlacedAccount[]): KnownRole {
  // An account that is invited comes without it.
  const created = accounts.filter(({ account }) => account.invite !== true);
  return { kind: "role", name: ORGANIZATION_ACCESS_ROLE, path: "/", accounts: new Set(created.map(({ address }) => address)), permissions: ADMINISTRATOR_PERMISSIONS, from: "AWS, which makes it with an account" };
}

function declaredRole(name: string, role: Role, accounts: readonly PlacedAccount[]): KnownRole {
  const { path = "/", trust } = role;
  const everywhere = role.accounts === undefined && role.ous === undefined;
  const places = everywhere ? new Set(accounts.map(({ address }) => address)) : placesOf(role, accounts);
  return { kind: "role", name, path, accounts: places, permissions: permissionsOf(name, role), ...(isPolicyDocument(trust) ? { trust } : {}), from: "the file" };
}

/** The accounts that are named, or are in an OU that is. */
function placesOf({ accounts: keys = [], ous = [] }: Pick<Role, "accounts" | "ous">, accounts: readonly PlacedAccount[]): Set<Address> {
  const inOus = accounts.filter(({ parent }) => {
    const path = nameOfAddress(parent.address);
    return ous.some((ou) => ou === "root" || path === ou || path.startsWith(`${ou}/`));
  });
  return new Set([...keys.map((key) => (key === "management" ? MANAGEMENT_ACCOUNT : accountAddress(key))), ...inOus.map(({ address }) => address)]);
}

/** Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies": us-east-1 has no part of its own. */
const ssoPath = (region: string): string => `/aws-reserved/sso.amazonaws.com/${region === "us-east-1" ? "" : `${region}/`}`;

type Granting = Pick<PermissionSet & Role, "managedPolicies" | "customerManagedPolicies" | "inlinePolicy" | "file" | "boundary">;

function permissionsOf(name: string, { managedPolicies = [], customerManagedPolicies = [], inlinePolicy, file, boundary }: Granting): Permissions {
  const own = inlinePolicy === undefined && file === undefined ? [] : [documentPolicy(`${name}, inline`, inlinePolicy)];
  const identity = joinPolicies([...managedPolicies.map(awsPolicy), ...customerManagedPolicies.map(customerPolicy), ...own]);
  return { identity, ...(boundary === undefined ? {} : { boundary: boundaryPolicies(boundary) }) };
}

const customerPolicy = ({ name, document }: CustomerManagedPolicy): KnownPolicies => documentPolicy(name, document);

const documentPolicy = (name: string, document: PolicyContent | undefined): KnownPolicies =>
  document !== undefined && isPolicyDocument(document) ? { policies: [{ name, document }], unknown: [] } : unknownPolicy(name);

function boundaryPolicies({ managedPolicy, customerManagedPolicy }: PermissionsBoundary): KnownPolicies {
  if (managedPolicy !== undefined) return awsPolicy(managedPolicy);
  return customerManagedPolicy === undefined ? unknownPolicy("its boundary") : customerPolicy(customerManagedPolicy);
}
