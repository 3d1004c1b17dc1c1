import { awsManagedDocument, awsManagedName, isPolicyDocument, type NamedPolicy, type PolicyContent } from "../policy/index.ts";
import type { CustomerManagedPolicy, PermissionsBoundary, PermissionSet, Role } from "./access-types.ts";
import { accountsOfRole, MANAGEMENT_KEY } from "./named-accounts.ts";
import type { Organization } from "./types.ts";
import { accountsOf } from "./walk.ts";

/** Policies by name, and the names of those whose text is not known: what they grant cannot be said. */
export interface PolicyTexts {
  readonly policies: readonly NamedPolicy[];
  readonly unknown: readonly string[];
}

/** What a permission set or a role is given by its policies. */
export interface GrantedPolicies {
  readonly identity: PolicyTexts;
  /** Absent where it has none. */
  readonly boundary?: PolicyTexts;
}

/** The policies of a permission set; undefined where the file has no such set. */
export function permissionSetPolicies(organization: Organization, name: string): GrantedPolicies | undefined {
  const sets = organization.identityCenter?.permissionSets ?? {};
  return Object.hasOwn(sets, name) ? grantedPolicies(name, sets[name] ?? {}) : undefined;
}

/** The policies of a role in an account, named by its key; undefined where the file has no such role there. */
export function rolePolicies(organization: Organization, account: string, name: string): GrantedPolicies | undefined {
  const roles = organization.roles ?? {};
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role === undefined) return undefined;
  const { members, management } = accountsOfRole(role, accountsOf(organization));
  const isThere = account === MANAGEMENT_KEY ? management : members.some(({ key }) => key === account);
  return isThere ? grantedPolicies(name, role) : undefined;
}

type Grants = Pick<PermissionSet & Role, "managedPolicies" | "customerManagedPolicies" | "inlinePolicy" | "file" | "boundary">;

/** The policies of a permission set or a role of this name. */
export function grantedPolicies(name: string, { managedPolicies = [], customerManagedPolicies = [], inlinePolicy, file, boundary }: Grants): GrantedPolicies {
  const own = inlinePolicy === undefined && file === undefined ? [] : [textOf(`${name}, inline`, inlinePolicy)];
  const texts = [...managedPolicies.map(ofAws), ...customerManagedPolicies.map(ofAccount), ...own];
  const identity = { policies: texts.flatMap(({ policies }) => policies), unknown: texts.flatMap(({ unknown }) => unknown) };
  return { identity, ...(boundary === undefined ? {} : { boundary: ofBoundary(boundary) }) };
}

const ofAws = (nameOrArn: string): PolicyTexts => textOf(awsManagedName(nameOrArn), awsManagedDocument(nameOrArn));
const ofAccount = ({ name, document }: CustomerManagedPolicy): PolicyTexts => textOf(name, document);

function ofBoundary({ managedPolicy, customerManagedPolicy }: PermissionsBoundary): PolicyTexts {
  if (managedPolicy !== undefined) return ofAws(managedPolicy);
  return customerManagedPolicy === undefined ? { policies: [], unknown: ["its boundary"] } : ofAccount(customerManagedPolicy);
}

const textOf = (name: string, document: PolicyContent | undefined): PolicyTexts =>
  document !== undefined && isPolicyDocument(document) ? { policies: [{ name, document }], unknown: [] } : { policies: [], unknown: [name] };
