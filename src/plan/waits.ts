import { type Address, DELEGATION_POLICY, ORGANIZATION, parentOu, policyTypeAddress, trustedAccessAddress } from "../ids/index.ts";
import type { AttachmentItem, DelegatedAdministratorItem, Inventory, Item, Observation } from "../inventory/index.ts";
import { ACCOUNT_MANAGEMENT, IAM_ROOT_ACCESS, isAuthorizationKind, POLICY_TYPES, policyTypeFacts } from "../limits/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import { Bearings } from "./bearings.ts";
import { guarded } from "./guards.ts";
import { administratorIn, makingRoom } from "./making-room.ts";
import { isRenaming } from "./needed-trust.ts";
import type { Change } from "./plan.ts";

/**
 * Says of each change in which phase it runs and what it waits for. Phases keep loosening behind tightening, with the
 * accounts' moves between them; the edges here order one phase: things before what stands on them, an account's move or
 * creation behind every policy of its new path, and attaching before detaching.
 */
export function withWaits(given: readonly Change[], desired: Inventory, observed?: Observation["items"]): Change[] {
  const bearings = new Bearings(given, desired, observed);
  const first = makingRoom(given, observed);
  const changes = guarded(given.map((change) => ({ ...change, phase: first.has(change.address) ? "build" : bearings.phaseOf(change) })));
  const graph = new Graph(changes, bearings);
  const ordered = changes.map((change) => {
    const wanted = [...new Set(graph.waits(change))].filter((address) => address !== change.address);
    return { ...change, waitsFor: wanted.filter((address) => graph.phaseOf(address) === change.phase).toSorted() };
  });
  refuseCircle(ordered);
  return ordered;
}

/** Changes that wait for each other would wait for ever: better to stop here, with their names. */
function refuseCircle(changes: readonly Change[]): void {
  const waiting = new Map(changes.map(({ address, waitsFor }) => [address, waitsFor.length]));
  const waiters = new Map<Address, Address[]>();
  for (const { address, waitsFor } of changes) for (const other of waitsFor) (waiters.get(other) ?? waiters.set(other, []).get(other))?.push(address);
  const ready = changes.filter(({ waitsFor }) => waitsFor.length === 0).map(({ address }) => address);
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    waiting.delete(next);
    for (const waiter of waiters.get(next) ?? []) {
      const left = (waiting.get(waiter) ?? 0) - 1;
      waiting.set(waiter, left);
      if (left === 0) ready.push(waiter);
    }
  }
  if (waiting.size > 0) throw new RangeError(`the changes wait for each other in a circle: ${[...waiting.keys()].join(", ")}`);
}

class Graph {
  readonly #bearings: Bearings;
  readonly #changes: ReadonlyMap<Address, Change>;
  /** Attachments that come or go, by what they are attached to. */
  readonly #atTarget = new Map<Address, Change[]>();
  readonly #detachesOfAllows: readonly Address[];
  /** Attachments that open a level and deny besides: what only allows waits for them. */
  readonly #openingDenies: readonly Address[];
  /** Policies whose new text takes effect early because it only narrows. */
  readonly #narrowed: readonly Address[];

  constructor(changes: readonly Change[], bearings: Bearings) {
    this.#bearings = bearings;
    this.#changes = new Map(changes.map((change) => [change.address, change]));
    for (const change of changes.filter(({ kind }) => kind === "attachment")) {
      const { target } = attachmentOf(change);
      (this.#atTarget.get(target) ?? this.#atTarget.set(target, []).get(target))?.push(change);
    }
    this.#detachesOfAllows = changes.filter((change) => change.action === "detach" && bearings.allows(change)).map(({ address }) => address);
    this.#openingDenies = changes.filter((change) => change.action === "attach" && change.phase === "loosen" && bearings.denies(change)).map(({ address }) => address);
    this.#narrowed = changes.filter(({ kind, action, phase }) => kind === "policy" && action === "update" && phase === "build").map(({ address }) => address);
  }

  phaseOf(address: Address): Change["phase"] | undefined {
    return this.#changes.get(address)?.phase;
  }

  waits(change: Change): Address[] {
    if (change.kind === "organization") return [];
    if (change.kind === "delegation-policy") return [ORGANIZATION];
    return [ORGANIZATION, ...this.#waitsByKind(change), ...this.#waitsForDelegation(change)];
  }

  /** What the delegation policy no longer allows ends before an account moves away from what denies it, or that goes. */
  #waitsForDelegation({ kind, action, phase }: Change): Address[] {
    const mayAllow = (kind === "account" && (action === "move" || action === "create")) || (phase === "loosen" && (kind === "policy" || kind === "attachment"));
    return mayAllow ? [DELEGATION_POLICY] : [];
  }

  #waitsByKind(change: Change): Address[] {
    const item = change.desired ?? change.observed?.item;
    switch (item?.kind) {
      case "ou":
        return change.action === "delete" ? this.#childOus(change.address) : [item.parent];
      case "policy":
        if (change.phase === "loosen") return [...this.#detachesOfAllows];
        // AWS takes such a policy before its type is on: only attaching it demands that.
        return isAuthorizationKind(item.policyKind) ? [] : [policyTypeAddress(item.policyKind)];
      case "attachment":
        return change.action === "detach" ? this.#waitsOfDetach(change, item) : this.#waitsOfAttach(change, item);
      case "account":
        if (change.action === "invite") return [];
        return change.action === "close" ? this.#offices(({ account }) => account === item.address) : [...(isRenaming(change) ? [trustedAccessAddress(ACCOUNT_MANAGEMENT)] : []), ...this.#waitsOfPlacement(change, item.parent)];
      case "policy-type": {
        const { trustedAccess } = policyTypeFacts(item.policyKind);
        return trustedAccess === undefined || change.action === "disable" ? [] : [trustedAccessAddress(trustedAccess)];
      }
      case "delegated-administrator":
        return change.action === "disable" ? [] : [trustedAccessAddress(item.service), item.account, ...this.#offices(({ service }) => service === item.service)];
      case "root-access":
        return change.action === "disable" ? [] : [trustedAccessAddress(IAM_ROOT_ACCESS)];
      case "contact":
        return [item.account, trustedAccessAddress(ACCOUNT_MANAGEMENT)];
      case "trusted-access":
        return change.action === "disable" ? this.#delegationsOf(item.service) : [];
      case "delegation-policy":
      case "organization":
      case "root":
      case undefined:
        return [];
    }
  }

  #waitsOfAttach(change: Change, { policy, target }: AttachmentItem): Address[] {
    // What is there already may itself wait: a move for what is attached to the account, a text for what is detached.
    const first = change.phase === "loosen" && !this.#bearings.denies(change) ? this.#openingDenies : [];
    return [...first, ...[policy, target].filter((address) => this.#isNew(address)), ...this.#narrowed.filter((address) => address === policy), ...policyTypesOf(policy)];
  }

  /** Policies that deny go last: until then nothing that allows may be wider than it was. */
  #waitsOfDetach(change: Change, { policy, target }: AttachmentItem): Address[] {
    const first = [...[target].filter((address) => this.#isNew(address)), ...policyTypesOf(policy), ...this.#at(target, "attach")];
    return this.#bearings.allows(change) ? first : [...first, ...this.#detachesOfAllows];
  }

  /** An account comes to a place when every policy of its path is as tight as it will be. */
  #waitsOfPlacement(change: Change, parent: Address): Address[] {
    if (change.action === "update") return [];
    const path: Address[] = [];
    for (let at: Address | undefined = parent; at !== undefined; at = parentOu(at)) path.push(at);
    const levels = this.#isNew(change.address) ? path : [...path, change.address];
    return [...path, ...levels.flatMap((level) => [...this.#at(level, "attach"), ...this.#at(level, "detach")]), ...this.#narrowed];
  }

  #at(target: Address, action: "attach" | "detach"): Address[] {
    return (this.#atTarget.get(target) ?? []).filter((change) => change.action === action).map(({ address }) => address);
  }

  #childOus(parent: Address): Address[] {
    return [...this.#changes.values()].filter(({ kind, action, address }) => kind === "ou" && action === "delete" && parentOu(address) === parent).map(({ address }) => address);
  }

  /** Deregistrations of these administrators. */
  #offices(isMeant: (item: DelegatedAdministratorItem) => boolean): Address[] {
    return [...this.#changes.values()].flatMap((change) => {
      const item = administratorIn(change);
      return change.action === "disable" && item !== undefined && isMeant(item) ? [change.address] : [];
    });
  }

  /** Deregistering administrators, and disabling policy types that need the service, come before the service goes. */
  #delegationsOf(service: string): Address[] {
    return [...this.#changes.values()].flatMap(({ address, observed }) => {
      const item = observed?.item;
      const needs = item === undefined ? undefined : serviceNeededBy(item);
      return needs === service ? [address] : [];
    });
  }

  #isNew(address: Address): boolean {
    return this.#changes.get(address)?.action === "create";
  }
}

const policyTypesOf = (policy: Address): Address[] => {
  const kind = policy.slice("policy:".length).split("/", 1)[0];
  return POLICY_TYPES.some((facts) => facts.kind === kind) ? [`policy-type:${kind}`] : [];
};

/** The service without whose trusted access a thing cannot be. */
function serviceNeededBy(item: Item): string | undefined {
  if (item.kind === "delegated-administrator") return item.service;
  if (item.kind === "root-access") return IAM_ROOT_ACCESS;
  return item.kind === "policy-type" ? policyTypeFacts(item.policyKind).trustedAccess : undefined;
}
