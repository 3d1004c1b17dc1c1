import { type Address, ORGANIZATION, parentOu, policyTypeAddress, ROOT, trustedAccessAddress } from "../ids/index.ts";
import type { AttachmentItem, Inventory, Item } from "../inventory/index.ts";
import { POLICY_TYPES, policyTypeFacts } from "../limits/index.ts";
import { containsAllow, isPolicyDocument } from "../policy/index.ts";
import type { Change } from "./plan.ts";

/**
 * Fills in what each change waits for. Phases keep loosening behind tightening; the edges here order one phase:
 * things before what stands on them, an account's move or creation behind every policy of its new path, and
 * policies that deny before policies that allow, so that no allow opens what a deny of the same plan closes.
 */
export function withWaits(changes: readonly Change[], desired: Inventory): Change[] {
  const graph = new Graph(changes, desired);
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
  readonly #desired: Inventory;
  readonly #changes: ReadonlyMap<Address, Change>;
  readonly #attaches: readonly Change[];
  readonly #attachesByTarget = new Map<Address, Change[]>();
  readonly #detachesOfAllows: readonly Address[];
  /** Policies whose new text takes effect early because it only narrows. */
  readonly #narrowed: readonly Address[];

  constructor(changes: readonly Change[], desired: Inventory) {
    this.#desired = desired;
    this.#changes = new Map(changes.map((change) => [change.address, change]));
    this.#attaches = changes.filter(({ action }) => action === "attach");
    for (const change of this.#attaches) {
      const target = attachmentOf(change).target;
      this.#attachesByTarget.set(target, [...(this.#attachesByTarget.get(target) ?? []), change]);
    }
    const detaches = changes.filter(({ action }) => action === "detach");
    this.#detachesOfAllows = detaches.filter((change) => this.#allows(change)).map(({ address }) => address);
    this.#narrowed = changes.filter(({ kind, action, phase }) => kind === "policy" && action === "update" && phase === "build").map(({ address }) => address);
  }

  phaseOf(address: Address): Change["phase"] | undefined {
    return this.#changes.get(address)?.phase;
  }

  waits(change: Change): Address[] {
    if (change.kind === "organization") return [];
    return [ORGANIZATION, ...this.#waitsByKind(change)];
  }

  #waitsByKind(change: Change): Address[] {
    const item = change.desired ?? change.observed?.item;
    switch (item?.kind) {
      case "ou":
        return change.action === "delete" ? this.#childOus(change.address) : [item.parent];
      case "policy":
        return change.phase === "loosen" ? [...this.#detachesOfAllows] : [policyTypeAddress(item.policyKind)];
      case "attachment":
        return change.action === "detach" ? this.#waitsOfDetach(change) : this.#waitsOfAttach(change, item);
      case "account":
        return change.action === "close" ? [] : this.#waitsOfPlacement(change, item.parent);
      case "policy-type": {
        const { trustedAccess } = policyTypeFacts(item.policyKind);
        return trustedAccess === undefined || change.action === "disable" ? [] : [trustedAccessAddress(trustedAccess)];
      }
      case "delegated-administrator":
        return change.action === "disable" ? [] : [trustedAccessAddress(item.service), item.account];
      case "trusted-access":
        return change.action === "disable" ? this.#delegationsOf(item.service) : [];
      case "organization":
      case "root":
      case undefined:
        return [];
    }
  }

  #waitsOfAttach(change: Change, item: AttachmentItem): Address[] {
    // A target that is there already may itself wait: a move waits for what is attached to the account.
    const needs = [item.policy, ...(this.#isNew(item.target) ? [item.target] : []), ...policyTypesOf(item.policy)];
    if (!this.#allows(change)) return needs;
    const denies = this.#attaches.filter((other) => !this.#allows(other) && !this.#isNew(attachmentOf(other).target));
    return [...needs, ...denies.filter((other) => this.#onOnePath(attachmentOf(other).target, item.target)).map(({ address }) => address)];
  }

  /** Policies that only deny are taken away last: until then no allow may have been widened. */
  #waitsOfDetach(change: Change): Address[] {
    return this.#allows(change) ? [] : [...this.#detachesOfAllows];
  }

  #waitsOfPlacement(change: Change, parent: Address): Address[] {
    if (change.action === "update") return [];
    const path: Address[] = [];
    for (let at: Address | undefined = parent; at !== undefined; at = parentOu(at)) path.push(at);
    const own = this.#isNew(change.address) ? [] : (this.#attachesByTarget.get(change.address) ?? []).map(({ address }) => address);
    const attached = path.flatMap((node) => (this.#attachesByTarget.get(node) ?? []).map(({ address }) => address));
    return [...path, ...attached, ...own, ...this.#narrowed];
  }

  #childOus(parent: Address): Address[] {
    return [...this.#changes.values()].filter(({ kind, action, address }) => kind === "ou" && action === "delete" && parentOu(address) === parent).map(({ address }) => address);
  }

  /** Deregistering administrators, and disabling policy types that need the service, come before the service goes. */
  #delegationsOf(service: string): Address[] {
    return [...this.#changes.values()].flatMap(({ address, observed }) => {
      const item = observed?.item;
      const needs = item?.kind === "delegated-administrator" ? item.service : item?.kind === "policy-type" ? policyTypeFacts(item.policyKind).trustedAccess : undefined;
      return needs === service ? [address] : [];
    });
  }

  #isNew(address: Address): boolean {
    return this.#changes.get(address)?.action === "create";
  }

  /** Whether the attached policy holds an Allow; AWS's own full-access policies do. */
  #allows(change: Change): boolean {
    const policy = this.#desired.get(attachmentOf(change).policy) ?? this.#changes.get(attachmentOf(change).policy)?.observed?.item;
    if (policy?.kind !== "policy") return change.observed?.owner === "aws";
    return isPolicyDocument(policy.document) && containsAllow(policy.document);
  }

  /** Whether one of two targets is the other or above it. */
  #onOnePath(a: Address, b: Address): boolean {
    const above = (target: Address): Address[] => {
      const item: Item | undefined = this.#desired.get(target) ?? this.#changes.get(target)?.observed?.item;
      const start = item?.kind === "account" ? item.parent : target;
      const path: Address[] = [target];
      for (let at: Address | undefined = start; at !== undefined; at = parentOu(at)) path.push(at);
      return path;
    };
    return a === ROOT || b === ROOT || above(a).includes(b) || above(b).includes(a);
  }
}

function attachmentOf(change: Change): AttachmentItem {
  const item = change.desired ?? change.observed?.item;
  if (item?.kind !== "attachment") throw new TypeError(`${change.address} is no attachment`);
  return item;
}

const policyTypesOf = (policy: Address): Address[] => {
  const kind = policy.slice("policy:".length).split("/", 1)[0];
  return POLICY_TYPES.some((facts) => facts.kind === kind) ? [`policy-type:${kind}`] : [];
};
