import type { Address } from "../ids/index.ts";
import type { Inventory, Item, Observation } from "../inventory/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import { isRemoval } from "./change.ts";
import type { Change } from "./plan.ts";

/** What an organization holds once some changes are made, with what AWS attaches by itself to what is new. */
export function itemsAfter(items: Observation["items"], desired: Inventory, changes: readonly Change[]): Inventory {
  const after = new Map<Address, Item>(Array.from(items, ([address, { item }]) => [address, item]));
  for (const item of desired.values()) if (isMadeByAws(item)) after.set(item.address, item);
  for (const change of changes) {
    if (change.action === "close" && change.desired !== undefined) after.set(change.address, change.desired);
    else if (isRemoval(change)) after.delete(change.address);
    else if (change.desired !== undefined) after.set(change.address, change.desired);
  }
  return after;
}

const GOVERNING = new Set(["policy", "attachment", "policy-type"]);

/** Whether changes can make a difference to who may do what in an account that is there already. */
export const bearsOnAccess = (changes: readonly Change[]): boolean =>
  changes.some(({ kind, action, address }) => (kind === "account" && action === "move") || (GOVERNING.has(kind) && action !== "create" && /^(?:policy|attachment|policy-type):(?:scp|rcp)/.test(address)));
