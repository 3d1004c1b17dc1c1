import type { Account, Assignment, Budget, Contacts, DelegationPolicy, ManagementAccount, Node, Organization, OrganizationalUnit, PermissionSet, Policy, Role, RootAccess, Tags } from "../organization/index.ts";

/** The root or an OU while an import builds it. */
export interface NodeDraft {
  readonly kind: "node";
  /** Names from the root down. */
  readonly names: readonly string[];
  readonly ous: Map<string, NodeDraft>;
  readonly accounts: Map<string, AccountDraft>;
  readonly policies: string[];
  fullAwsAccess: boolean;
  tags?: Tags;
}

export interface AccountDraft {
  readonly kind: "account";
  readonly account: Account;
  readonly policies: string[];
  fullAwsAccess: boolean;
}

/** What policies are attached to. */
export type TargetDraft = NodeDraft | AccountDraft;

export interface OrganizationDraft {
  readonly name: string;
  readonly homeRegion: string;
  readonly regions: readonly string[];
  readonly accountEmail?: string;
  readonly contacts?: Contacts;
  readonly trustedAccess?: readonly string[];
  /** Keys of accounts by service principal. */
  readonly delegatedAdministrators?: ReadonlyMap<string, readonly string[]>;
  readonly managementAccount?: ManagementAccount;
  readonly rootAccess?: readonly RootAccess[];
  readonly delegationPolicy?: DelegationPolicy | undefined;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly root: NodeDraft;
  readonly permissionSets?: ReadonlyMap<string, PermissionSet>;
  readonly assignments?: readonly Assignment[];
  readonly roles?: ReadonlyMap<string, Role>;
  readonly budgets?: ReadonlyMap<string, Budget>;
}

export const nodeDraft = (names: readonly string[]): NodeDraft =>
  ({ kind: "node", names, ous: new Map(), accounts: new Map(), policies: [], fullAwsAccess: true });

export const accountDraft = (account: Account): AccountDraft => ({ kind: "account", account, policies: [], fullAwsAccess: true });

/** The organization value; what is empty is left out, as a person would write it. */
export function finishDraft(draft: OrganizationDraft): Organization {
  const { root, contacts = {}, rootAccess = [], trustedAccess = [], delegatedAdministrators = new Map() } = draft;
  const rootNode = finishNode(root);
  return {
    name: draft.name,
    homeRegion: draft.homeRegion,
    regions: draft.regions,
    ...(draft.accountEmail === undefined ? {} : { accountEmail: draft.accountEmail }),
    ...(Object.keys(contacts).length === 0 ? {} : { contacts }),
    ...(trustedAccess.length === 0 ? {} : { trustedAccess }),
    ...record("delegatedAdministrators", delegatedAdministrators, (keys) => keys),
    ...(draft.managementAccount === undefined ? {} : { managementAccount: draft.managementAccount }),
    ...(rootAccess.length === 0 ? {} : { rootAccess }),
    ...(draft.delegationPolicy === undefined ? {} : { delegationPolicy: draft.delegationPolicy }),
    ...record("policies", draft.policies, (policy) => policy),
    ...(Object.keys(rootNode).length === 0 ? {} : { root: rootNode }),
    ...record("ous", root.ous, finishOu),
    ...people(draft),
    ...record("roles", draft.roles ?? new Map<string, Role>(), (role) => role),
    ...record("budgets", draft.budgets ?? new Map<string, Budget>(), (budget) => budget),
  };
}

function people({ permissionSets = new Map<string, PermissionSet>(), assignments = [] }: OrganizationDraft): Pick<Organization, "identityCenter"> {
  if (permissionSets.size === 0 && assignments.length === 0) return {};
  return { identityCenter: { ...record("permissionSets", permissionSets, (set) => set), ...(assignments.length === 0 ? {} : { assignments }) } };
}

const finishNode = (node: NodeDraft): Node => ({
  ...attached(node),
  ...(node.tags === undefined ? {} : { tags: node.tags }),
  ...record("accounts", node.accounts, (draft): Account => ({ ...draft.account, ...attached(draft) })),
});

const finishOu = (node: NodeDraft): OrganizationalUnit => ({ ...finishNode(node), ...record("ous", node.ous, finishOu) });

const attached = ({ policies, fullAwsAccess }: TargetDraft): Pick<Node, "policies" | "fullAwsAccess"> => ({
  ...(policies.length === 0 ? {} : { policies: [...policies] }),
  ...(fullAwsAccess ? {} : { fullAwsAccess: false }),
});

/** A record under its key, or nothing when it is empty. `Object.fromEntries` keeps even a name like `__proto__`. */
function record<K extends string, D, V>(key: K, drafts: ReadonlyMap<string, D>, finish: (draft: D) => V): { readonly [key in K]?: Readonly<Record<string, V>> } {
  if (drafts.size === 0) return {};
  const values = Object.fromEntries([...drafts].map(([name, draft]) => [name, finish(draft)]));
  return { [key]: values } as { readonly [key in K]?: Readonly<Record<string, V>> };
}
