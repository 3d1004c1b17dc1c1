import { type Address, parentOu } from "../ids/index.ts";
import type { Inventory, Item, ItemKind, Observation, Observed, Statements } from "../inventory/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import { isOf, type LastRun } from "./last-run.ts";
import type { Comparer } from "./make.ts";
import type { Change, Difference, Drift, DriftReport } from "./plan.ts";
import { textOf } from "./text-of.ts";

export interface DriftInput {
  readonly last: LastRun | undefined;
  readonly desired: Inventory;
  readonly observation: Observation;
  readonly moved: Statements["moved"];
  readonly comparers: ReadonlyMap<ItemKind, Comparer>;
}

/** What was changed since the last run by somebody else; undefined where no run of this organization is remembered. */
export function driftOf(input: DriftInput, changes: readonly Change[]): DriftReport | undefined {
  const { last } = input;
  if (last === undefined || !isOf(last, input.observation)) return undefined;
  const things = [...changedOrGone(last, input), ...added(last, input)];
  const planned = new Map(changes.map((change) => [change.address, change]));
  const outcomeOf = (thing: Found): Drift["outcome"] => {
    const change = planned.get(thing.address);
    return change === undefined ? "left" : isPutBack(thing, input.desired) ? "put-back" : "changed-further";
  };
  return { run: last.run, at: last.at, things: things.map((thing) => told(thing, outcomeOf(thing))).toSorted((a, b) => (a.address < b.address ? -1 : 1)) };
}

/** The changes, those marked that only put back what others changed. */
export function withCauses(changes: readonly Change[], report: DriftReport | undefined): Change[] {
  const putBack = new Map(report?.things.filter(({ outcome }) => outcome === "put-back").map(({ address, what }) => [address, what]));
  return changes.map((change) => {
    const what = putBack.get(change.address);
    return what === undefined ? change : { ...change, cause: "drift" as const, reason: REASONS[what] };
  });
}

const REASONS: Readonly<Record<Drift["what"], string>> = { changed: "changed outside landfall", gone: "taken away outside landfall", added: "added outside landfall" };

interface Found extends Pick<Drift, "address" | "kind" | "what" | "differences"> {
  /** As the last run left it; absent for what was added. */
  readonly left?: Item;
}

const told = ({ left: _left, ...thing }: Found, outcome: Drift["outcome"]): Drift => ({ ...thing, outcome });

/** Whether the file still says what the last run left: then the change is not the file's doing. */
const isPutBack = ({ address, what, left }: Found, desired: Inventory): boolean => (what === "added" ? !desired.has(address) : textOf(left) === textOf(desired.get(address)));

function changedOrGone(last: LastRun, input: DriftInput): Found[] {
  const { observation, comparers } = input;
  const unknown = new Set(last.unknown);
  const gone = (address: Address): boolean => !observation.items.has(address);
  return last.items.flatMap((left): Found[] => {
    const { address, kind } = left;
    if (unknown.has(address) || isSilent(left, input)) return [];
    const observed = observation.items.get(address);
    if (observed !== undefined) {
      const differences = comparers.get(kind)?.compare(left, observed) ?? [];
      return differences.length === 0 ? [] : [{ address, kind, what: "changed", differences: turned(differences), left }];
    }
    // What hung on a thing that is gone went with it.
    if (placesOf(left).some(gone)) return [];
    return [{ address, kind, what: "gone", differences: [], left }];
  });
}

/** Between the file and AWS `before` is AWS; here it is what the last run left. */
const turned = (differences: readonly Difference[]): Difference[] => differences.map(({ field, before, after }) => ({ field, before: after, after: before }));

const CAN_BE_ADDED: ReadonlySet<ItemKind> = new Set(["account", "ou", "policy", "attachment", "policy-type", "trusted-access", "delegated-administrator"]);

function added(last: LastRun, input: DriftInput): Found[] {
  const known = new Set([...last.items.map(({ address }) => address), ...last.others, ...last.unknown]);
  const isNew = ({ item, owner }: Observed): boolean => CAN_BE_ADDED.has(item.kind) && owner !== "aws" && owner !== "overlay" && !known.has(item.address) && !isSilent(item, input);
  return [...input.observation.items.values()].filter(isNew).map(({ item: { address, kind } }) => ({ address, kind, what: "added", differences: [] }));
}

/** What a plan does not speak of either, and what goes by another address now. */
function isSilent(item: Item, { observation, moved }: DriftInput): boolean {
  if (item.kind === "account" && item.state === "closed") return true;
  if (item.kind === "attachment" && isMadeByAws(item) && !observation.items.has(`policy-type:${kindOfPolicy(item.policy)}`)) return true;
  const named = new Set([...moved].flat());
  return named.size > 0 && [item.address, ...placesOf(item)].some((address) => withParents(address).some((each) => named.has(each)));
}

const kindOfPolicy = (policy: Address): string => policy.slice("policy:".length).split("/", 1)[0] ?? "";

/** What a thing is in, on or of. */
function placesOf(item: Item): Address[] {
  const { parent, policy, target, account } = item as Partial<Record<"parent" | "policy" | "target" | "account", Address>>;
  return [parent, policy, target, account].filter((address) => address !== undefined);
}

function withParents(address: Address): Address[] {
  const path: Address[] = [];
  for (let at: Address | undefined = address; at !== undefined; at = at.startsWith("ou:") ? parentOu(at) : undefined) path.push(at);
  return path;
}
