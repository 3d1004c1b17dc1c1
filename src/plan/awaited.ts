import type { Address } from "../ids/index.ts";
import type { AccountItem, Inventory, Invitation, Item, Observation } from "../inventory/index.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";

/** What a plan makes of accounts that come only when a person accepts. */
export interface Awaited {
  /** What is declared, without those accounts and what stands on them. */
  readonly desired: Inventory;
  readonly invitations: readonly Change[];
  /** Those that are invited already, or declined: a person goes on. */
  readonly waiting: readonly { readonly account: AccountItem; readonly invitation: Invitation }[];
}

/** Sets aside the accounts that are to be invited and are not there: they are invited once, and the rest follows when they are in. */
export function awaited(desired: Inventory, { items, invitations = [] }: Observation): Awaited {
  const outside = [...desired.values()].filter((item): item is AccountItem => item.kind === "account" && item.invite === true && item.state !== "closed" && !items.has(item.address));
  if (outside.length === 0) return { desired, invitations: [], waiting: [] };
  const addresses = new Set(outside.map(({ address }) => address));
  const last = new Map(invitations.map((invitation) => [invitation.accountId, invitation]));
  const waiting = outside.flatMap((account) => {
    const invitation = last.get(account.statedId ?? "");
    return invitation === undefined || invitation.state === "ended" ? [] : [{ account, invitation }];
  });
  const sent = new Set(waiting.map(({ account }) => account.address));
  return {
    desired: new Map([...desired].filter(([, item]) => !addresses.has(accountUnder(item) ?? ""))),
    invitations: outside.filter(({ address }) => !sent.has(address)).map((account) => change.invite(account)),
    waiting,
  };
}

/** The account that a thing is, or cannot be without. */
function accountUnder(item: Item): Address | undefined {
  if (item.kind === "account") return item.address;
  if (item.kind === "attachment") return item.target;
  return item.kind === "contact" || item.kind === "delegated-administrator" ? item.account : undefined;
}
