import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
import type { AttachmentItem, Inventory, Item, Observation } from "../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../limits/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import { isRemoval } from "./change.ts";
import type { Change } from "./plan.ts";

/** What an organization holds once some changes are made, with what AWS attaches by itself to what is new. */
export function itemsAfter(items: Observation["items"], desired: Inventory, changes: readonly Change[]): Inventory {
  const after = new Map<Address, Item>(Array.from(items, ([address, { item }]) => [address, item]));
  for (const item of desired.values()) if (isMadeByAws(item)) after.set(item.address, item);
  for (const attached of attachedOnEnabling(after.values(), changes)) after.set(attached.address, attached);
  for (const change of changes) {
    if (change.action === "close" && change.desired !== undefined) after.set(change.address, change.desired);
    else if (isRemoval(change)) after.delete(change.address);
    else if (change.desired !== undefined) after.set(change.address, change.desired);
  }
  return after;
}

/** AWS attaches its own policy to all that is there, also to what the file does not declare. */
function attachedOnEnabling(there: Iterable<Item>, changes: readonly Change[]): AttachmentItem[] {
  const enabled = AUTHORIZATION_POLICY_TYPES.filter(({ kind }) => changes.some(({ address, action }) => action === "enable" && address === policyTypeAddress(kind)));
  const targets = [...there].flatMap(({ kind, address }) => (kind === "root" || kind === "ou" || kind === "account" ? [address] : []));
  return enabled.flatMap(({ kind, awsManaged }) => {
    const policy = policyAddress(kind, awsManaged.name);
    return targets.map((target): AttachmentItem => ({ kind: "attachment", address: attachmentAddress(policy, target), policy, target }));
  });
}

const GOVERNING = new Set(["policy", "attachment", "policy-type"]);

/** Whether changes can make a difference to who may do what in an account that is there already. */
export const bearsOnAccess = (changes: readonly Change[]): boolean =>
  changes.some(({ kind, action, address }) => (kind === "account" && action === "move") || (GOVERNING.has(kind) && action !== "create" && /^(?:policy|attachment|policy-type):(?:scp|rcp)/.test(address)));
