import type { ShutOut } from "../access/index.ts";
import { type Address, parentOu } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { AccessState } from "./access-state.ts";
import { itemsAfter } from "./after.ts";
import { attachmentOf } from "./attachment-of.ts";
import { LockOutGuard, type LockOutOptions } from "./lock-out-guard.ts";
import { Matches } from "./matches.ts";
import type { Change } from "./plan.ts";
import { inOrderOfWaits } from "./run-order.ts";

/** A step after which somebody is shut out who was not before. */
export interface LockOut {
  /** The step, by its address. */
  readonly step: Address;
  readonly action: Change["action"];
  /** Who: `landfall`, `break-glass`, `everybody`. */
  readonly who: string;
  readonly without: string;
  /** What it can no longer do, as a few examples; empty where it is everything. */
  readonly actions: readonly string[];
  readonly accounts: readonly Address[];
  readonly policy?: string;
  readonly sid?: string;
  /** Where that policy is attached. */
  readonly node?: Address;
}

/**
 * Follows a plan step by step and says after which of them landfall, StackSets, break-glass, the security team or the
 * administrator of Identity Center can no longer do its part in an account, or nobody can do anything.
 * Who was shut out before the plan is not told.
 */
export function lockOuts(changes: readonly Change[], desired: Inventory, observation: Observation, options: LockOutOptions): LockOut[] {
  const after = itemsAfter(observation.items, desired, changes);
  const created = changes.filter(({ action, kind }) => action === "create" && (kind === "ou" || kind === "account")).map(({ address }) => address);
  const state = new AccessState(observation.items, desired, new Matches(), created);
  const guard = new LockOutGuard({ state, after, desired, observation }, options);
  const members = [...after.values()].flatMap((item) => (item.kind === "account" && !item.management && item.state !== "closed" ? [item.address] : []));
  const fresh = new Set(created);
  const settled = members.filter((account) => !fresh.has(account));
  const told = new Told(guard, settled);
  const look = (step: Change): void => told.lookAfter(step, settled.filter(concerning(step, state)));
  // Guards stand before the first step, and deny what either text denies.
  for (const step of changes) {
    if (step.guard === undefined) continue;
    state.write(step.address, step.guard);
    look(step);
  }
  for (const step of inOrderOfWaits(changes).filter(governs)) {
    state.make(step);
    look(step);
  }
  for (const change of changes) if (change.kind === "account" && change.action === "create") told.lookAfter(change, [change.address]);
  return told.found();
}

/** Of which accounts a step that was just made decides. */
function concerning(step: Change, state: AccessState): (account: Address) => boolean {
  if (step.kind === "account") return (account) => account === step.address;
  const targets = new Set(step.kind === "attachment" ? [attachmentOf(step).target] : state.targetsOf(step.address));
  const known = new Map<Address, boolean>();
  const isUnder = (place: Address): boolean => {
    const above = parentOu(place);
    const under = known.get(place) ?? (targets.has(place) || (above !== undefined && isUnder(above)));
    known.set(place, under);
    return under;
  };
  return (account) => targets.has(account) || isUnder(state.parentOf(account));
}

/** Who is shut out of which account already, and what was found. */
class Told {
  readonly #guard: LockOutGuard;
  readonly #known: Map<Address, Set<string>>;
  readonly #found = new Map<string, { readonly first: LockOut; readonly accounts: Set<Address>; readonly actions: Set<string> }>();

  constructor(guard: LockOutGuard, accounts: readonly Address[]) {
    this.#guard = guard;
    this.#known = new Map(this.#shutOutOf(accounts).map(([account, found]) => [account, new Set(found.map(({ key }) => key))]));
  }

  lookAfter(step: Change, accounts: readonly Address[]): void {
    for (const [account, found] of this.#shutOutOf(accounts)) {
      const before = this.#known.get(account) ?? new Set();
      this.#known.set(account, before);
      for (const shut of found) {
        if (before.has(shut.key)) continue;
        before.add(shut.key);
        this.#tell(step, account, shut);
      }
    }
  }

  found(): LockOut[] {
    return Array.from(this.#found.values(), ({ first, accounts, actions }) => ({ ...first, accounts: [...accounts], actions: [...actions] }));
  }

  /** Accounts that are alike are asked once. */
  #shutOutOf(accounts: readonly Address[]): [Address, readonly ShutOut[]][] {
    const alike = new Map<string, readonly ShutOut[]>();
    return accounts.map((account) => {
      const key = this.#guard.keyOf(account);
      const found = alike.get(key) ?? this.#guard.of(account);
      alike.set(key, found);
      return [account, found];
    });
  }

  #tell({ address, action }: Change, account: Address, { who, without, action: asked, policy, sid, level }: ShutOut): void {
    const node = level === undefined ? undefined : this.#guard.wayOf(account)[level];
    const first: LockOut = { step: address, action, who, without, actions: [], accounts: [], ...(policy === undefined ? {} : { policy }), ...(sid === undefined ? {} : { sid }), ...(node === undefined ? {} : { node }) };
    const same = JSON.stringify(first);
    const told = this.#found.get(same) ?? { first, accounts: new Set<Address>(), actions: new Set<string>() };
    this.#found.set(same, told);
    told.accounts.add(account);
    if (asked !== undefined) told.actions.add(asked);
  }
}

/** Whether a step can shut somebody out of an account that is there. */
function governs({ kind, action, address }: Change): boolean {
  if (kind === "account") return action === "move";
  return (kind === "attachment" || (kind === "policy" && action === "update")) && /^(?:policy|attachment):(?:scp|rcp)\//.test(address);
}
