import type { Diagnostic } from "../diagnostics/index.ts";
import { type Address, parentOu } from "../ids/index.ts";
import { type Item, type Observation, OVERLAY_TAG } from "../inventory/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import { isRemoval } from "./change.ts";
import type { Change } from "./plan.ts";

/**
 * Why a plan must not be carried out while operations have put something into AWS for a time, such as a freeze: it would
 * change or remove it, or take an account out from under it.
 */
export function overlayRefusals(changes: readonly Change[], observation: Observation): Diagnostic[] {
  const overlays = new Overlays(observation);
  return overlays.isEmpty ? [] : changes.flatMap((change) => overlays.refusalOf(change) ?? []);
}

/** What an overlay is for, in the words of whoever put it there. */
export function purposeOf(item: Item, { items }: Pick<Observation, "items">): string {
  const policy = item.kind === "attachment" ? items.get(item.policy)?.item : item;
  return (policy?.kind === "policy" ? policy.tags[OVERLAY_TAG] : undefined) ?? "";
}

class Overlays {
  readonly #items: Observation["items"];
  /** The policies put on each place. */
  readonly #at = new Map<Address, Set<Address>>();

  constructor({ items }: Observation) {
    this.#items = items;
    for (const { item, owner } of items.values()) {
      if (owner !== "overlay" || item.kind !== "attachment") continue;
      (this.#at.get(item.target) ?? this.#at.set(item.target, new Set()).get(item.target))?.add(item.policy);
    }
  }

  get isEmpty(): boolean {
    return ![...this.#items.values()].some(({ owner }) => owner === "overlay");
  }

  refusalOf(change: Change): Diagnostic | undefined {
    const { address, action, kind } = change;
    if (this.#isOverlay(address) || (kind === "attachment" && this.#isOverlay(attachmentOf(change).policy))) return this.#refused(change, `${action} ${address}, which was put there for a time`, [address]);
    if (kind === "ou" && action === "delete") return this.#ifAny(change, this.#on(address), `delete ${address}, on which lies`);
    if (kind === "policy-type" && action === "disable") return this.#ifAny(change, this.#ofType(address), `disable ${address}, and with it`);
    return kind === "account" ? this.#ofAccount(change) : undefined;
  }

  #isOverlay(address: Address): boolean {
    return this.#items.get(address)?.owner === "overlay";
  }

  #ofAccount(change: Change): Diagnostic | undefined {
    const { address, action, desired, observed } = change;
    if (observed?.item.kind !== "account") return undefined;
    const from = this.#above(observed.item.parent);
    if (action === "remove") return this.#ifAny(change, [...from, ...this.#on(address)], `make ${address} leave, out from under`);
    if (desired?.kind !== "account" || isRemoval(change)) return undefined;
    const to = new Set(this.#above(desired.parent));
    return this.#ifAny(change, from.filter((policy) => !to.has(policy)), `move ${address} out from under`);
  }

  #on(place: Address): Address[] {
    return [...(this.#at.get(place) ?? [])];
  }

  #above(parent: Address): Address[] {
    const path: Address[] = [];
    for (let at: Address | undefined = parent; at !== undefined; at = parentOu(at)) path.push(at);
    return path.flatMap((place) => this.#on(place));
  }

  #ofType(type: Address): Address[] {
    const prefix = `policy:${type.slice("policy-type:".length)}/`;
    return [...this.#items.values()].flatMap(({ item, owner }) => (owner === "overlay" && item.address.startsWith(prefix) ? [item.address] : []));
  }

  #ifAny(change: Change, overlays: readonly Address[], would: string): Diagnostic | undefined {
    return overlays.length === 0 ? undefined : this.#refused(change, `${would} ${overlays.join(", ")}`, overlays);
  }

  #refused({ address }: Change, would: string, overlays: readonly Address[]): Diagnostic {
    const purposes = overlays.flatMap((overlay) => this.#items.get(overlay)?.item ?? []).map((item) => purposeOf(item, { items: this.#items }));
    return {
      code: "LF4009",
      severity: "error",
      summary: `The plan would ${would}.`,
      detail: `It is there for: ${[...new Set(purposes)].filter((purpose) => purpose !== "").join("; ") || "it does not say what"}.`,
      fix: "Wait until it is over, or let whoever put it there take it away.",
      address,
    };
  }
}
