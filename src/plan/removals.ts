import { type Address, parentOu } from "../ids/index.ts";
import type { Inventory, Item, Observation, Observed, Statements } from "../inventory/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import { change } from "./change.ts";
import { purposeOf } from "./overlays.ts";
import type { Change, Unmanaged } from "./plan.ts";
import { NOT_DECLARED, SAID_TO_GO } from "./reasons.ts";

/** What AWS has and the file does not: removed where it is ours and that is safe, named where it is not. */
export function leftovers(desired: Inventory, observation: Observation, { remove }: Statements): { removals: Change[]; unmanaged: Unmanaged[] } {
  const removals: Change[] = [];
  const unmanaged: Unmanaged[] = [];
  const kept = keptOus(desired, observation, remove);
  for (const observed of observation.items.values()) {
    if (desired.has(observed.item.address) || isMadeByAws(observed.item)) continue;
    const made = isToGo(observed, remove) ? toldToGo(observed, kept) : leftover(observed, kept, observation);
    if ("action" in made) removals.push(made);
    else if (made.why !== "") unmanaged.push(made);
  }
  return { removals, unmanaged };
}

/** Whether the file says to take a thing away; an attachment goes with its policy. */
function isToGo({ item }: Observed, remove: Statements["remove"]): boolean {
  if (item.kind === "organization" || item.kind === "root") return false;
  return remove.has(item.address) || (item.kind === "attachment" && remove.has(item.policy));
}

/** AWS deletes no OU that an account or another OU is in. */
const toldToGo = (observed: Observed, kept: ReadonlySet<Address>): Change | Unmanaged =>
  observed.item.kind === "ou" && kept.has(observed.item.address) ? note(observed, "the file says remove, but what stays is in it") : takenAway(observed);

const takenAway = (observed: Observed): Change =>
  observed.item.kind === "attachment" ? change.detach(observed.item, observed, SAID_TO_GO) : change.takeAway(observed);

function leftover(observed: Observed, kept: ReadonlySet<Address>, observation: Observation): Change | Unmanaged {
  const { item, owner } = observed;
  const ours = owner === "ours";
  if (owner === "overlay") return { ...note(observed, purposeOf(item, observation)), owner };
  if (owner === "control-tower") return { ...note(observed, "Control Tower's own"), owner };
  switch (item.kind) {
    case "attachment":
      return ours ? change.detach(item, observed, NOT_DECLARED) : note(observed, "attached by others");
    case "policy":
      return ours ? change.remove(observed, NOT_DECLARED) : note(observed, owner === "aws" ? "" : "made by others");
    case "delegation-policy":
      return ours ? change.remove(observed, NOT_DECLARED) : note(observed, "made by others");
    case "ou":
      if (!ours) return note(observed, "made by others");
      if (kept.has(item.address)) return note(observed, "no longer declared, but accounts that stay are in it");
      return change.remove(observed, NOT_DECLARED);
    case "account":
      return note(observed, ours ? "no longer declared; landfall closes an account only when the file says state: \"closed\"" : "made by others");
    case "trusted-access":
      return note(observed, "enabled, though the file does not name it");
    case "root-access":
      return note(observed, "enabled, though the file does not name it");
    case "delegated-administrator":
      return note(observed, "registered, though the file does not name it");
    case "policy-type":
      return note(observed, "enabled, though the file has no policy of this type");
    case "contact":
    case "organization":
    case "root":
      return note(observed, "");
  }
}

const note = ({ item, id }: Observed, why: string): Unmanaged => ({ address: item.address, kind: item.kind, id, name: nameOf(item), why });

function nameOf(item: Item): string {
  if (item.kind === "attachment") return item.address.slice("attachment:".length);
  if (item.kind === "trusted-access" || item.kind === "delegated-administrator") return item.service;
  if (item.kind === "root-access") return item.feature;
  return "name" in item ? item.name : item.address;
}

/** OUs that must stay because an account, or an OU that must stay, will still be in them. */
function keptOus(desired: Inventory, observation: Observation, remove: Statements["remove"]): Set<Address> {
  const kept = new Set<Address>();
  const keep = (ou: Address): void => {
    for (let at: Address | undefined = ou; at !== undefined && !kept.has(at); at = parentOu(at)) kept.add(at);
  };
  for (const { item, owner } of observation.items.values()) {
    if (item.kind === "account") keep(parentAfter(desired, item));
    else if (item.kind === "ou" && !desired.has(item.address) && owner !== "ours" && !remove.has(item.address)) keep(item.address);
  }
  return kept;
}

function parentAfter(desired: Inventory, account: Item & { readonly kind: "account" }): Address {
  const declared = desired.get(account.address);
  return declared?.kind === "account" && declared.state !== "closed" ? declared.parent : account.parent;
}
