import { type Place, type ShutOut, shutOut } from "../access/index.ts";
import { type Address, partitionOfRegion, policyTypeAddress } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { AccessState } from "./access-state.ts";
import { itemsAfter } from "./after.ts";
import { Matches } from "./matches.ts";
import type { Change } from "./plan.ts";

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

export interface LockOutOptions {
  readonly homeRegion: string;
  readonly exemptRoles: readonly string[];
}

/**
 * Follows a plan step by step and says after which of them landfall, StackSets, break-glass, the security team or the
 * administrator of Identity Center can no longer do its part in an account, or nobody can do anything.
 * Who was shut out before the plan is not told.
 */
export function lockOuts(changes: readonly Change[], desired: Inventory, observation: Observation, options: LockOutOptions): LockOut[] {
  const items = itemsAfter(observation.items, desired, changes);
  const created = changes.filter(({ action, kind }) => action === "create" && (kind === "ou" || kind === "account")).map(({ address }) => address);
  const state = new AccessState(observation.items, desired, new Matches(), created);
  const guard = new Guard(state, items, observation, options);
  const members = [...items.values()].flatMap((item) => (item.kind === "account" && !item.management && item.state !== "closed" ? [item.address] : []));
  const fresh = new Set(created);
  const known = new Map(members.filter((account) => !fresh.has(account)).map((account) => [account, new Set(guard.of(account).map(({ key }) => key))]));
  const found = new Map<string, { first: LockOut; accounts: Set<Address>; actions: Set<string> }>();
  const look = ({ address, action }: Change, accounts: readonly Address[]): void => {
    for (const account of accounts) {
      const before = known.get(account) ?? known.set(account, new Set()).get(account);
      for (const { key, who, without, action: asked, policy, sid, level } of guard.of(account)) {
        if (before?.has(key) === true) continue;
        before?.add(key);
        const node = level === undefined ? undefined : guard.wayOf(account)[level];
        const first: LockOut = { step: address, action, who, without, actions: [], accounts: [], ...(policy === undefined ? {} : { policy }), ...(sid === undefined ? {} : { sid }), ...(node === undefined ? {} : { node }) };
        const same = JSON.stringify(first);
        const told = found.get(same) ?? { first, accounts: new Set<Address>(), actions: new Set<string>() };
        found.set(same, told);
        told.accounts.add(account);
        if (asked !== undefined) told.actions.add(asked);
      }
    }
  };
  const steps = changes.filter(governs);
  for (const step of steps) {
    if (step.kind !== "policy-type") state.make(step);
    look(step, members.filter((account) => !fresh.has(account)));
  }
  for (const change of changes) if (change.kind === "account" && change.action === "create") look(change, [change.address]);
  return Array.from(found.values(), ({ first, accounts, actions }) => ({ ...first, accounts: [...accounts], actions: [...actions] }));
}

/** Whether a step can shut somebody out of an account that is there. */
function governs({ kind, action, address }: Change): boolean {
  if (kind === "account") return action === "move";
  return (kind === "attachment" || (kind === "policy" && action === "update")) && /^(?:policy|attachment):(?:scp|rcp)\//.test(address);
}

/** Asks who is shut out of an account at the moment; accounts under the same policies are asked once. */
class Guard {
  readonly #state: AccessState;
  readonly #known = new Map<string, readonly ShutOut[]>();
  readonly #place: Omit<Place, "accountId" | "administers">;
  readonly #ids: Observation["items"];
  readonly #administers = new Map<Address, Set<string>>();
  readonly #types: { readonly scp: boolean; readonly rcp: boolean };

  constructor(state: AccessState, items: Inventory, observation: Observation, { homeRegion, exemptRoles }: LockOutOptions) {
    this.#state = state;
    this.#ids = observation.items;
    this.#types = { scp: items.has(policyTypeAddress("scp")), rcp: items.has(policyTypeAddress("rcp")) };
    const trusted = new Set([...items.values()].flatMap((item) => (item.kind === "trusted-access" ? [item.service] : [])));
    for (const item of items.values()) {
      if (item.kind === "delegated-administrator") this.#administers.set(item.account, (this.#administers.get(item.account) ?? new Set()).add(item.service));
    }
    this.#place = {
      partition: partitionOfRegion(homeRegion)?.partition ?? "aws",
      homeRegion,
      managementAccountId: observation.managementAccountId,
      organizationId: observation.organizationId ?? "o-0000000000",
      exemptRoles,
      trusted,
    };
  }

  of(account: Address): readonly ShutOut[] {
    const [scps, rcps] = (["scp", "rcp"] as const).map((type) => this.#state.levelsOf(account, type));
    const administers = this.#administers.get(account) ?? new Set<string>();
    const key = `${scps?.key ?? ""} ${rcps?.key ?? ""} ${[...administers].join(" ")}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const place = { ...this.#place, administers, accountId: this.#ids.get(account)?.id ?? "000000000001" };
    const found = shutOut({ ...(this.#types.scp && scps !== undefined ? { scps: scps.levels } : {}), ...(this.#types.rcp && rcps !== undefined ? { rcps: rcps.levels } : {}) }, place);
    this.#known.set(key, found);
    return found;
  }

  /** The root, the OUs and the account itself. */
  wayOf(account: Address): readonly Address[] {
    return this.#state.levelsOf(account, "scp").levels.map(({ name }) => name);
  }
}
