import { VALUE_OPERATORS } from "./policy.ts";
import type { ManagementNode, Scalar, SettingValue, ValueOperator } from "./policy.ts";

/** A policy on the way to an effective one. */
export interface AttachedManagementPolicy {
  readonly id: string;
  readonly policy: ManagementNode;
}

/** One key of an effective policy. */
export interface EffectiveNode {
  readonly value?: SettingValue;
  /** By name in lower case. */
  readonly keys: ReadonlyMap<string, EffectiveNode>;
  /** The policies that made it what it is. */
  readonly policies: readonly string[];
}

/**
 * The effective policy of an account: what is attached to the root, to each OU on the way and to the account itself,
 * merged from the top down. `levels` are in that order; the policies of one level in the order in which they were
 * attached. Where several of one level assign a setting, the first counts; what a level allows its children is the
 * intersection of what its policies allow, and a level cannot give back what one above it took.
 *
 * Names are compared without case and come out in lower case. A setting whose last value was removed is gone; one to
 * which an empty list was assigned stays. `$account` stays as it is.
 *
 * Sources: Organizations User Guide, "Inheritance operators", "Inheritance examples", "Backup policy syntax and
 * examples", "AI services opt-out policy syntax and examples", "Viewing effective management policies".
 * Unconfirmed: among the policies of one level, that assignments come before what is appended and that before what
 * is removed; and that a group takes new keys from children that may use `@@assign` or `@@append`, but not from
 * children that may only use `@@remove`.
 */
export function mergeManagementPolicies(levels: readonly (readonly AttachedManagementPolicy[])[]): EffectiveNode {
  const top = newNode();
  for (const level of levels) mergeLevel(top, level);
  return { keys: new Map(Array.from(top.keys, ([name, node]) => [name, finish(node)])), policies: [...top.policies] };
}

interface Merging {
  value?: SettingValue | undefined;
  allowed: readonly ValueOperator[];
  readonly keys: Map<string, Merging>;
  readonly policies: Set<string>;
}

const newNode = (): Merging => ({ allowed: VALUE_OPERATORS, keys: new Map(), policies: new Set() });

/** What the policies of one level say about one key. */
function mergeLevel(into: Merging, peers: readonly AttachedManagementPolicy[]): void {
  mergeValue(into, peers);
  for (const [name, nodes] of keysOf(peers)) {
    const known = into.keys.get(name);
    if (known === undefined && !into.allowed.includes("@@assign") && !into.allowed.includes("@@append")) continue;
    const node = known ?? newNode();
    into.keys.set(name, node);
    for (const { id } of nodes) if (node.value === undefined) node.policies.add(id);
    mergeLevel(node, nodes);
  }
  for (const { policy } of peers) {
    if (policy.allowed !== undefined) into.allowed = into.allowed.filter((operator) => policy.allowed?.includes(operator));
  }
}

function mergeValue(into: Merging, peers: readonly AttachedManagementPolicy[]): void {
  const first = into.allowed.includes("@@assign") ? peers.find(({ policy }) => policy.assign !== undefined) : undefined;
  if (first !== undefined) {
    into.value = first.policy.assign;
    into.policies.clear();
    into.policies.add(first.id);
  }
  if (into.allowed.includes("@@append")) for (const peer of peers) append(into, peer);
  if (into.allowed.includes("@@remove")) for (const peer of peers) remove(into, peer);
}

function append(into: Merging, { id, policy }: AttachedManagementPolicy): void {
  if (policy.append === undefined) return;
  const before = listOf(into.value);
  into.value = [...before, ...new Set(policy.append.filter((value) => !before.includes(value)))];
  into.policies.add(id);
}

function remove(into: Merging, { id, policy }: AttachedManagementPolicy): void {
  if (policy.remove === undefined || into.value === undefined) return;
  const left = listOf(into.value).filter((value) => !policy.remove?.includes(value));
  if (left.length === listOf(into.value).length) return;
  into.value = left.length === 0 ? undefined : left;
  into.policies.add(id);
}

const isList = (value: SettingValue): value is readonly Scalar[] => Array.isArray(value);

const listOf = (value: SettingValue | undefined): readonly Scalar[] => (value === undefined ? [] : isList(value) ? value : [value]);

/** The keys that policies have below one key, each with the policies that have it. */
function keysOf(peers: readonly AttachedManagementPolicy[]): Map<string, AttachedManagementPolicy[]> {
  const found = new Map<string, AttachedManagementPolicy[]>();
  for (const { id, policy } of peers) {
    for (const [written, node] of policy.keys) {
      const name = written.toLowerCase();
      const others = found.get(name);
      if (others === undefined) found.set(name, [{ id, policy: node }]);
      else others.push({ id, policy: node });
    }
  }
  return found;
}

/** Leaves out the keys below that came to nothing. */
function finish(node: Merging): EffectiveNode {
  const keys = new Map<string, EffectiveNode>();
  for (const [name, below] of node.keys) {
    const finished = finish(below);
    if (finished.value !== undefined || finished.keys.size > 0) keys.set(name, finished);
  }
  return { ...(node.value === undefined ? {} : { value: node.value }), keys, policies: [...node.policies] };
}
