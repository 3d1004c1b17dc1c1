import type { ValuePath } from "../../diagnostics/index.ts";
import { type CustomerManagedPolicy, type DelegationPolicy, type IdentityCenter, keysOf, type Organization, type PermissionSet, type Policy, type Role } from "../../organization/index.ts";

/** A value in the order it is written. Entries, not objects: a key called `__proto__` is a key like any other. */
export type Tree = string | number | boolean | null | readonly Tree[] | Branch;

/** Tells a branch from data that happens to have a key `entries`. */
const BRANCH = Symbol("branch");

export interface Branch {
  readonly kind: typeof BRANCH;
  readonly entries: readonly (readonly [string, Tree])[];
}

export const isBranch = (tree: unknown): tree is Branch => typeof tree === "object" && tree !== null && (tree as Partial<Branch>).kind === BRANCH;
export const branchOf = (entries: Branch["entries"]): Branch => ({ kind: BRANCH, entries });
export const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);

/** The organization with its keys in the order of the interfaces, and one source per policy. */
export function treeOf(organization: Organization, policyFiles: boolean): Branch {
  const { policies, delegationPolicy, ous, root, managementAccount, identityCenter, roles, ...own } = organization;
  return ordered("organization", {
    ...own,
    delegationPolicy: delegationPolicy && policyTree("delegationPolicy", delegationPolicy, policyFiles),
    policies: policies && branch(policies, (policy) => policyTree("policy", policy, policyFiles)),
    root: root && nodeTree("root", root),
    managementAccount: managementAccount && ordered("managementAccount", managementAccount),
    ous: ous && branch(ous, (ou) => nodeTree("ou", ou)),
    identityCenter: identityCenter && centerTree(identityCenter, policyFiles),
    roles: roles && branch(roles, (role) => grantsTree("role", role, policyFiles)),
  });
}

function centerTree({ permissionSets, assignments, ...own }: IdentityCenter, policyFiles: boolean): Branch {
  return ordered("identityCenter", {
    ...own,
    permissionSets: permissionSets && branch(permissionSets, (set) => grantsTree("permissionSet", set, policyFiles)),
    assignments: assignments?.map((assignment) => ordered("assignment", assignment)),
  });
}

/** A permission set or a role, with one source per policy. */
function grantsTree(kind: "permissionSet" | "role", { inlinePolicy, file, customerManagedPolicies, boundary, ...own }: PermissionSet | Role, policyFiles: boolean): Branch {
  const named = (policy: CustomerManagedPolicy): Branch => policyTree("customerManagedPolicy", policy, policyFiles);
  const limit = boundary?.customerManagedPolicy;
  return ordered(kind, {
    ...own,
    ...(isInFile(file, inlinePolicy, policyFiles) ? { file } : { inlinePolicy }),
    customerManagedPolicies: customerManagedPolicies?.map(named),
    boundary: boundary && ordered("boundary", { ...boundary, customerManagedPolicy: limit && named(limit) }),
  });
}

const isInFile = (file: string | undefined, document: unknown, policyFiles: boolean): boolean => file !== undefined && (policyFiles || document === undefined);

type Kind = Parameters<typeof keysOf>[0];

function policyTree(kind: "policy" | "delegationPolicy" | "customerManagedPolicy", { document, file, ...policy }: Policy | DelegationPolicy | CustomerManagedPolicy, policyFiles: boolean): Branch {
  return ordered(kind, { ...policy, ...(isInFile(file, document, policyFiles) ? { file } : { document }) });
}

function nodeTree(kind: "root" | "ou", node: NonNullable<Organization["ous"]>[string]): Branch {
  const { accounts, ous, ...own } = node;
  return ordered(kind, {
    ...own,
    accounts: accounts && branch(accounts, (account) => ordered("account", account)),
    ous: ous && branch(ous, (ou) => nodeTree("ou", ou)),
  });
}

const branch = <T>(members: Readonly<Record<string, T>>, tree: (member: T) => Tree): Branch =>
  branchOf(Object.entries(members).map(([key, member]) => [key, tree(member)]));

/** Values are data or trees already; what is undefined is left out. */
function ordered(kind: Kind, value: object): Branch {
  const keys = keysOf(kind);
  const place = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return branchOf(entries.sort(([a], [b]) => place(a) - place(b)).map(([key, member]) => [key, dataTree(member)]));
}

export function dataTree(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(dataTree);
  if (typeof value !== "object" || value === null) return value as Tree;
  if (isBranch(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return branchOf(entries.map(([key, member]) => [key, dataTree(member)]));
}

const PARTS = ["delegationPolicy", "policies", "root", "managementAccount", "ous", "identityCenter", "roles", "budgets", "expectations", "waivers"];

/** The parts of the file that a blank line sets apart: the long ones at the top, and what they hold. */
export function startsPart(path: ValuePath): boolean {
  const [first] = path;
  if (path.length === 1) return PARTS.includes(String(first));
  return path.length === 2 && ["policies", "ous", "identityCenter", "roles", "budgets", "expectations"].includes(String(first));
}
