import { type Address, type AuthorizationPolicyKind, nameOfAddress, ouPath, partitionOfRegion, ROOT } from "../ids/index.ts";
import { type AccountItem, type Inventory, type Item, MANAGEMENT_ACCOUNT, type Observation, type OuItem } from "../inventory/index.ts";
import { attachedPolicies } from "./attached.ts";
import { ChainCache } from "./chain-cache.ts";
import { type Governed, withChains } from "./chains.ts";
import type { AccessAccount, AccessModel, AccessNode, AttachedPolicy, KnownRole } from "./model.ts";
import { STAND_IN_ORGANIZATION, STAND_IN_ROOT, standInAccountId, standInOuId } from "./stand-in-ids.ts";

export interface ModelOptions {
  readonly homeRegion: string;
  /** Roles and permission sets whose policies are known; of two with one name in an account the later counts. */
  readonly roles?: readonly KnownRole[];
  /** Accounts whose IAM was read whole: what the file says of their roles does not count. */
  readonly iamKnown?: ReadonlySet<Address>;
  /** Where ids of what a file declares are known from AWS. */
  readonly known?: Pick<Observation, "items" | "organizationId" | "rootId" | "managementAccountId">;
}

/** The access model of what a file declares (expanded), or of what AWS was observed to have. */
export function accessModel(source: Inventory | Observation, { homeRegion, roles = [], iamKnown = new Set(), known }: ModelOptions): AccessModel {
  const isObserved = "items" in source;
  const items = isObserved ? Array.from(source.items.values(), ({ item }) => item) : [...source.values()];
  const ids = idsOf(items, isObserved ? source : known);
  const attached = attachedPolicies(items);
  const nodes = nodesOf(items, attached, ids);
  const enabled = new Set(items.flatMap((item): AuthorizationPolicyKind[] => (item.kind === "policy-type" && isAuthorization(item.policyKind) ? [item.policyKind] : [])));
  const governed = items.flatMap((item) => (item.kind === "account" ? [governedAccount(item, { nodes, attached, ids })] : []));
  const { accounts, chains } = withChains(governed, enabled);
  const managementAccount = accounts.find(({ management }) => management) ?? managementAlone(ids);
  return {
    from: isObserved ? "aws" : "file",
    partition: partitionOfRegion(homeRegion)?.partition ?? "aws",
    homeRegion,
    organizationId: ids.organizationId,
    rootId: ids.rootId,
    managementAccount,
    accounts: new Map(accounts.map((account) => [account.address, account])),
    accountsById: new Map(accounts.map((account) => [account.id, account])),
    nodes,
    chains,
    roles,
    iamKnown,
    notRead: isObserved ? source.notRead : [],
    cache: new ChainCache(managementAccount.id),
  };
}

const isAuthorization = (kind: string): kind is AuthorizationPolicyKind => kind === "scp" || kind === "rcp";

interface Ids {
  readonly organizationId: { readonly id: string; readonly isStandIn: boolean };
  readonly rootId: { readonly id: string; readonly isStandIn: boolean };
  /** Of an account or an OU. */
  of(item: AccountItem | OuItem): { readonly id: string; readonly isStandIn: boolean };
}

function idsOf(items: readonly Item[], known: ModelOptions["known"]): Ids {
  const stated = items.flatMap((item) => (item.kind === "account" ? [known?.items.get(item.address)?.id ?? item.statedId ?? []] : []).flat());
  const taken = new Set(stated);
  const given = (id: string | undefined, standIn: string) => ({ id: id ?? standIn, isStandIn: id === undefined });
  return {
    organizationId: given(known?.organizationId, STAND_IN_ORGANIZATION),
    rootId: given(known?.rootId, STAND_IN_ROOT),
    of: (item) => {
      const id = (item.kind === "account" && item.management ? known?.managementAccountId : undefined) ?? known?.items.get(item.address)?.id ?? (item.kind === "account" ? item.statedId : undefined);
      return id === undefined ? { id: item.kind === "ou" ? standInOuId(item.address) : standInAccountId(item.address, taken), isStandIn: true } : { id, isStandIn: false };
    },
  };
}

type Attached = ReadonlyMap<Address, readonly AttachedPolicy[]>;

function nodesOf(items: readonly Item[], attached: Attached, ids: Ids): Map<Address, AccessNode> {
  const root: AccessNode = { address: ROOT, name: "root", parent: undefined, id: ids.rootId.id, attached: attached.get(ROOT) ?? [] };
  const ous = items.flatMap((item): AccessNode[] => (item.kind === "ou" ? [{ address: item.address, name: nameOfAddress(item.address), parent: item.parent, id: ids.of(item).id, attached: attached.get(item.address) ?? [] }] : []));
  return new Map([root, ...ous].map((node) => [node.address, node]));
}

function governedAccount(item: AccountItem, { nodes, attached, ids }: { readonly nodes: ReadonlyMap<Address, AccessNode>; readonly attached: Attached; readonly ids: Ids }): Governed {
  const way = wayTo(item.parent, nodes);
  const own = attached.get(item.address) ?? [];
  const { address, management, state, tags } = item;
  const stage = tags["stage"];
  return {
    account: {
      address,
      key: nameOfAddress(address),
      ...ids.of(item),
      management,
      state,
      tags,
      ...(stage === undefined ? {} : { stage }),
      path: [...way.map((node) => node.address), address],
      organizationPath: `${[ids.organizationId.id, ...way.map(({ id }) => id)].join("/")}/`,
      attached: own,
    },
    levels: [...way.map((node) => node.attached), own],
  };
}

/** From the root to a node. */
function wayTo(address: Address, nodes: ReadonlyMap<Address, AccessNode>): AccessNode[] {
  const way: AccessNode[] = [];
  for (let at: Address | undefined = address; at !== undefined; ) {
    const node: AccessNode | undefined = nodes.get(at);
    if (node === undefined) break;
    way.unshift(node);
    at = node.parent;
  }
  return way;
}

/** An organization that was read in parts may not show its own management account. */
function managementAlone(ids: Ids): AccessAccount {
  const item: AccountItem = { kind: "account", address: MANAGEMENT_ACCOUNT, name: "", email: "", parent: ROOT, tags: {}, state: "active", management: true };
  const organizationPath = `${ids.organizationId.id}/${ids.rootId.id}/`;
  const chain = { index: -1, accounts: [MANAGEMENT_ACCOUNT] };
  return { address: MANAGEMENT_ACCOUNT, key: "management", ...ids.of(item), management: true, state: "active", tags: {}, path: [ROOT, MANAGEMENT_ACCOUNT], organizationPath, attached: [], chain };
}

/** The names of the OUs on the way to an account, from the top. */
export const ouNamesOf = ({ path }: Pick<AccessAccount, "path">): string[] => ouPath(path.at(-2) ?? ROOT);
