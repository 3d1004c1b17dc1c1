import { namesInPack } from "../../guardrails/index.ts";
import { type Address, nameOfAddress, ROOT } from "../../ids/index.ts";
import type { AccountItem, Inventory, Item, Observation, OuItem, Owner } from "../../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../../limits/index.ts";
import { byText } from "../json.ts";
import { labelOf } from "../label.ts";

/** The root, an OU or an account, with what hangs on it. */
export interface TreeNode {
  readonly address: Address;
  readonly kind: "root" | "ou" | "account";
  readonly name: string;
  /** AWS's id; absent in a declared organization. */
  readonly id?: string;
  readonly owner?: Owner;
  /** Whether Control Tower governs this OU. */
  readonly registered?: true;
  /** Names of the policies attached here, those of AWS left out. */
  readonly policies: readonly string[];
  /** Names of the guardrails that these policies hold. */
  readonly guardrails: readonly string[];
  /** What a person is told is attached here: guardrails by name, in place of the policies that hold them. */
  readonly shown: readonly string[];
  /** Whether AWS's FullAWSAccess is missing here though other places have it: then only what policies allow is allowed. */
  readonly allowList: boolean;
  readonly account?: AccountItem;
  /** Accounts first, then OUs, each by name. */
  readonly children: readonly TreeNode[];
}

export interface Tree {
  readonly root: TreeNode;
  readonly organizationId?: string;
  readonly managementAccountId?: string;
  readonly policies: number;
  readonly attachments: number;
  /** The guardrails in each policy that holds some, by its name. */
  readonly packs: Readonly<Record<string, readonly string[]>>;
  readonly notRead: readonly string[];
  readonly beingCreated: readonly string[];
  /** Whether it is what AWS has, and not what a file declares. */
  readonly observed: boolean;
}

interface Entry {
  readonly item: Item;
  readonly id?: string;
  readonly owner?: Owner;
}

const FULL_ACCESS = new Set(AUTHORIZATION_POLICY_TYPES.map(({ kind, awsManaged }) => `policy:${kind}/${awsManaged.name}`));
const SCP_FULL_ACCESS = "policy:scp/FullAWSAccess";

/** The tree of what AWS has, or of what a file declares. */
export function treeOf(source: Inventory | Observation): Tree {
  if (!("items" in source)) {
    const entries = [...source.values()].map((item) => ({ item }));
    return { ...grow(entries), notRead: [], beingCreated: [], observed: false };
  }
  return {
    ...grow([...source.items.values()], source.rootId, source.controlTower?.registered),
    organizationId: source.organizationId,
    managementAccountId: source.managementAccountId,
    notRead: source.notRead,
    beingCreated: source.creationsInFlight.map(({ accountName }) => accountName),
    observed: true,
  };
}

function grow(entries: readonly Entry[], rootId?: string, registered: ReadonlySet<Address> = new Set()): Pick<Tree, "root" | "policies" | "attachments" | "packs"> {
  const attachments = entries.map(({ item }) => item).filter((item) => item.kind === "attachment");
  const own = attachments.filter(({ policy }) => !FULL_ACCESS.has(policy));
  const policiesAt = new Map<Address, string[]>();
  for (const { policy, target } of own) policiesAt.set(target, [...(policiesAt.get(target) ?? []), labelOf(policy).name]);
  const packs = packsIn(entries);
  const inside = (name: string): readonly string[] => (Object.hasOwn(packs, name) ? (packs[name] ?? []) : []);
  const fullAccess = new Set(attachments.filter(({ policy }) => policy === SCP_FULL_ACCESS).map(({ target }) => target));

  const childrenOf = new Map<Address, Entry[]>();
  for (const entry of entries) {
    if (entry.item.kind !== "ou" && entry.item.kind !== "account") continue;
    childrenOf.set(entry.item.parent, [...(childrenOf.get(entry.item.parent) ?? []), entry]);
  }
  const facts = (address: Address) => {
    const policies = (policiesAt.get(address) ?? []).toSorted(byText);
    const guardrails = [...new Set(policies.flatMap(inside))];
    return { policies, guardrails, shown: [...guardrails, ...policies.filter((name) => inside(name).length === 0)], allowList: fullAccess.size > 0 && !fullAccess.has(address) };
  };
  const node = (entry: Entry & { readonly item: OuItem | AccountItem }): TreeNode => ({
    address: entry.item.address,
    kind: entry.item.kind,
    name: entry.item.kind === "ou" ? entry.item.name : nameOfAddress(entry.item.address),
    id: entry.id ?? (entry.item.kind === "account" ? entry.item.statedId : undefined),
    owner: entry.owner,
    ...(registered.has(entry.item.address) ? { registered: true as const } : {}),
    ...facts(entry.item.address),
    account: entry.item.kind === "account" ? entry.item : undefined,
    children: below(entry.item.address),
  });
  const below = (address: Address): TreeNode[] =>
    (childrenOf.get(address) ?? [])
      .filter((entry): entry is Entry & { readonly item: OuItem | AccountItem } => entry.item.kind === "ou" || entry.item.kind === "account")
      .map(node)
      .toSorted((a, b) => byText(a.kind, b.kind) || byText(a.name, b.name));
  const root: TreeNode = { address: ROOT, kind: "root", name: "root", id: rootId, ...facts(ROOT), children: below(ROOT) };
  const policies = entries.filter(({ item }) => item.kind === "policy" && !FULL_ACCESS.has(item.address)).length;
  return { root, policies, attachments: own.length, packs };
}

const packsIn = (entries: readonly Entry[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    entries.flatMap(({ item }) => {
      const names = item.kind === "policy" ? namesInPack(item) : [];
      return item.kind === "policy" && names.length > 0 ? [[item.name, names] as const] : [];
    }),
  );

/** The node and all below it. */
export const nodesIn = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(nodesIn)];
