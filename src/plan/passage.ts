import { type Address, ouAddress, ouPath, parentOu, ROOT } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { policyTypeFacts } from "../limits/index.ts";
import { AccessState } from "./access-state.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Judge } from "./find-order.ts";
import { mayOpen, type Way } from "./gap.ts";
import { Matches } from "./matches.ts";
import type { Change } from "./plan.ts";

type Ways = ReturnType<AccessState["waysOf"]>;

/** Follows the accounts of an organization through a plan, step by step, and sees where one would be let through something. */
export class Passage implements Judge {
  /** Accounts that are there before and after. */
  readonly #accounts: readonly Address[];
  readonly #ends: readonly AccessState[];
  /** Accounts of one group go the same way as long as they are in the same place. */
  readonly #groups: ReadonlyMap<Address, string>;
  readonly #desired: Inventory;
  readonly #matches = new Matches();
  /** By group. */
  readonly #before: ReadonlyMap<string, Ways>;
  readonly #after: ReadonlyMap<string, Ways>;
  readonly #now: AccessState;
  readonly #pending: Set<Change>;
  readonly #known = new Map<string, boolean>();

  constructor(steps: readonly Change[], changes: readonly Change[], desired: Inventory, items: Observation["items"]) {
    const created = changes.filter(({ action, kind }) => action === "create" && kind === "ou").map(({ address }) => address);
    const state = (): AccessState => new AccessState(items, desired, this.#matches, created);
    const [before, after] = [state(), state()];
    for (const step of steps) after.make(step);
    this.#accounts = staying(changes, items);
    this.#ends = [before, after];
    this.#groups = new Map(this.#accounts.map((account) => [account, groupOf(account, before, after)]));
    this.#desired = desired;
    this.#before = this.#waysOfGroups(before);
    this.#after = this.#waysOfGroups(after);
    this.#now = state();
    // Guards stand before the first step.
    for (const { address, guard } of steps) if (guard !== undefined) this.#now.write(address, guard);
    this.#pending = new Set(steps);
  }

  isPossible(step: Change): boolean {
    if (step.kind !== "attachment") return true;
    const { policy, target } = attachmentOf(step);
    const type = policy.startsWith("policy:scp/") ? "scp" : "rcp";
    const there = [...this.#now.policiesOf(target)].filter((other) => other.startsWith(`policy:${type}/`)).length;
    if (step.action === "detach") return type === "rcp" || there > 1;
    return there < policyTypeFacts(type).maxPerTarget || ![...this.#pending].some((other) => other.action === "detach" && attachmentOf(other).target === target);
  }

  make(step: Change): void {
    this.#pending.delete(step);
    this.#now.make(step);
  }

  takeBack(step: Change): void {
    this.#pending.add(step);
    this.#now.make(step, true);
  }

  isSafeAfter(step: Change): boolean {
    return (step.kind === "account" ? [step.address] : this.#different()).every((account) => !this.#isOpened(account));
  }

  /** One account of each group and place. */
  #different(): Address[] {
    return [...new Map(this.#accounts.map((account) => [`${this.#groups.get(account) ?? ""} ${this.#now.parentOf(account)}`, account])).values()];
  }

  #waysOfGroups(state: AccessState): Map<string, Ways> {
    const ways = new Map<string, Ways>();
    for (const [account, group] of this.#groups) if (!ways.has(group)) ways.set(group, state.waysOf(account));
    return ways;
  }

  /** An account that would be let through something right after the step; undefined where none would. */
  openedBy(step: Change): Address | undefined {
    this.make(step);
    const opened = this.#different().find((account) => this.#isOpened(account));
    this.takeBack(step);
    return opened;
  }

  /** The lowest declared place in which all accounts are, before and after, that some of these steps bear on. */
  placeOf(steps: readonly Change[]): Address {
    const named = new Set(steps.flatMap((step) => (step.kind === "attachment" ? [attachmentOf(step).target] : [step.address])));
    const bears = (state: AccessState, account: Address): boolean => withParents(account, state.parentOf(account)).some((level) => named.has(level) || [...state.policiesOf(level)].some((policy) => named.has(policy)));
    const concerned = this.#accounts.filter((account) => this.#ends.some((state) => bears(state, account)));
    const paths = concerned.flatMap((account) => this.#ends.map((state) => ouPath(state.parentOf(account))));
    const [first = []] = paths;
    const shared = first.findIndex((name, index) => paths.some((path) => path[index] !== name));
    let place = ouAddress(shared === -1 ? first : first.slice(0, shared));
    while (place !== ROOT && !this.#desired.has(place)) place = parentOu(place) ?? ROOT;
    return place;
  }

  #isOpened(account: Address): boolean {
    const group = this.#groups.get(account) ?? "";
    const [before, after, now] = [this.#before.get(group), this.#after.get(group), this.#now.waysOf(account)];
    if (before === undefined || after === undefined || now.key === before.key || now.key === after.key) return false;
    const key = `${before.key} ${now.key} ${after.key}`;
    const known = this.#known.get(key) ?? now.ways.some((way, index) => mayOpen(way, before.ways[index] ?? NOTHING, after.ways[index] ?? NOTHING, this.#matches));
    this.#known.set(key, known);
    return known;
  }
}

/** By where it is before and after, and what is attached to itself; one of whom that changes goes by itself. */
function groupOf(account: Address, before: AccessState, after: AccessState): string {
  const [own, later] = [before, after].map((state) => [...state.policiesOf(account)].toSorted().join(" "));
  return [before.parentOf(account), after.parentOf(account), own === later ? own : account].join(" > ");
}

function withParents(account: Address, place: Address): Address[] {
  const levels = [account];
  for (let at: Address | undefined = place; at !== undefined; at = parentOu(at)) levels.push(at);
  return levels;
}

const NOTHING: Way = { allows: [[]], denies: [] };

/** Member accounts of which policies hold before and after; one that is closed or leaves may do nothing in the end. */
function staying(changes: readonly Change[], items: Observation["items"]): Address[] {
  const leaving = new Set(changes.filter(({ action }) => action === "close" || action === "remove").map(({ address }) => address));
  return [...items.values()].flatMap(({ item }) => (item.kind === "account" && !item.management && item.state !== "closed" && !leaving.has(item.address) ? [item.address] : []));
}
