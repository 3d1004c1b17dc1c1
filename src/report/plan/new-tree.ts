import { type Address, parentOu, ROOT } from "../../ids/index.ts";
import type { AccountItem } from "../../inventory/index.ts";
import type { Change } from "../../plan/index.ts";
import { byText } from "../json.ts";

/** The root or an OU, with the new things below it. */
export interface NewNode {
  readonly address: Address;
  /** Whether the plan creates it; else it is there already and shown for its place only. */
  readonly isNew: boolean;
  readonly accounts: readonly AccountItem[];
  readonly ous: readonly NewNode[];
}

/** From so many new OUs and accounts on, a tree reads better than a list. */
const LEAST_FOR_TREE = 4;

/** Says of each change whether it is drawn in the tree of new things. */
export function isInTree(changes: readonly Change[]): (change: Change) => boolean {
  const isNew = ({ action, kind }: Change): boolean => action === "create" && (kind === "ou" || kind === "account");
  const enough = changes.filter(isNew).length >= LEAST_FOR_TREE;
  return (change) => enough && isNew(change);
}

/** The tree of new OUs and accounts, with whatever stands above them. */
export function newTree(changes: readonly Change[]): NewNode {
  const accountsIn = new Map<Address, AccountItem[]>();
  const ousIn = new Map<Address, Set<Address>>();
  const created = new Set<Address>();
  const place = (ou: Address): void => {
    const parent = parentOu(ou);
    if (parent === undefined) return;
    const siblings = ousIn.get(parent);
    if (siblings === undefined) ousIn.set(parent, new Set([ou]));
    else siblings.add(ou);
    place(parent);
  };
  for (const { desired } of changes) {
    if (desired?.kind === "ou") {
      created.add(desired.address);
      place(desired.address);
    } else if (desired?.kind === "account") {
      const accounts = accountsIn.get(desired.parent);
      if (accounts === undefined) accountsIn.set(desired.parent, [desired]);
      else accounts.push(desired);
      place(desired.parent);
    }
  }
  const grow = (address: Address): NewNode => ({
    address,
    isNew: created.has(address),
    accounts: (accountsIn.get(address) ?? []).toSorted((a, b) => byText(a.address, b.address)),
    ous: [...(ousIn.get(address) ?? [])].toSorted(byText).map(grow),
  });
  return grow(ROOT);
}

/** How many new OUs and accounts stand below a node. */
export function countBelow(node: NewNode): { readonly ous: number; readonly accounts: number } {
  let ous = 0;
  let { length: accounts } = node.accounts;
  for (const child of node.ous) {
    const below = countBelow(child);
    ous += below.ous + Number(child.isNew);
    accounts += below.accounts;
  }
  return { ous, accounts };
}
