import type { Address } from "../ids/index.ts";
import { MANAGEMENT_ACCOUNT } from "../inventory/index.ts";
import { accountsOf, accountsOfRole, grantedPolicies, type NamedAccounts, namedAccounts, type Organization, type PlacedAccount, type Role } from "../organization/index.ts";
import { isPolicyDocument } from "../policy/index.ts";
import type { KnownRole } from "./model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "./permissions.ts";

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
      const places = assignments.filter(({ permissionSet }) => permissionSet === name).flatMap((assignment) => [...addressesOf(namedAccounts(assignment, accounts))]);
      return { kind: "permission-set", name, path: ssoPath(organization.homeRegion), accounts: new Set(places), permissions: grantedPolicies(name, set), ...(set.tags === undefined ? {} : { tags: set.tags }), from: "the file" };
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
  return { kind: "role", name, path, accounts: addressesOf(accountsOfRole(role, accounts)), permissions: grantedPolicies(name, role), ...(isPolicyDocument(trust) ? { trust } : {}), from: "the file" };
}

const addressesOf = ({ members, management }: NamedAccounts): Set<Address> => new Set([...(management ? [MANAGEMENT_ACCOUNT] : []), ...members.map(({ address }) => address)]);

/** Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies": us-east-1 has no part of its own. */
const ssoPath = (region: string): string => `/aws-reserved/sso.amazonaws.com/${region === "us-east-1" ? "" : `${region}/`}`;
