import type { Address } from "../ids/index.ts";
import type { Observed } from "../inventory/index.ts";
import { sinceFingerprint } from "./drift-by-fingerprint.ts";
import { canBeAdded, type DriftInput, formerAddress, type Found, isSilent, placesOf, turned } from "./drift-found.ts";
import type { LastRun } from "./last-run.ts";
import type { Memory } from "./memory.ts";
import type { Change, Drift, DriftReport } from "./plan.ts";
import { textOf } from "./text-of.ts";

/** What was changed since the last run by somebody else; undefined where nothing usable of this organization is remembered. */
export function driftOf(memory: Memory | undefined, input: DriftInput, changes: readonly Change[]): DriftReport | undefined {
  if (memory === undefined || memory.from === "open") return undefined;
  const found = memory.from === "record" ? sinceRecord(memory.last, input) : sinceFingerprint(memory.fingerprint, input);
  const { run, at } = memory.from === "record" ? memory.last : memory.fingerprint;
  const planned = new Set(changes.map(({ address }) => address));
  const outcomeOf = ({ address, inFile }: Found): Drift["outcome"] => (!planned.has(address) ? "left" : inFile ? "put-back" : "changed-further");
  const things = found.map(({ inFile, ...thing }): Drift => ({ ...thing, outcome: outcomeOf({ inFile, ...thing }) }));
  return { run, at, ...(memory.from === "fingerprint" ? { by: "fingerprint" as const } : {}), things: things.toSorted((a, b) => (a.address < b.address ? -1 : 1)) };
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

const sinceRecord = (last: LastRun, input: DriftInput): Found[] => [...changedOrGone(last, input), ...added(last, input)];

function changedOrGone(last: LastRun, input: DriftInput): Found[] {
  const { desired, observation, comparers } = input;
  const unknown = new Set(last.unknown);
  const gone = (address: Address): boolean => !observation.items.has(address);
  return last.items.flatMap((left): Found[] => {
    const { address, kind } = left;
    if (unknown.has(address) || isSilent(left, input)) return [];
    const inFile = textOf(left) === textOf(desired.get(address));
    const observed = observation.items.get(address);
    if (observed !== undefined) {
      const differences = comparers.get(kind)?.compare(left, observed) ?? [];
      return differences.length === 0 ? [] : [{ address, kind, what: "changed", differences: turned(differences), inFile }];
    }
    // What hung on a thing that is gone went with it.
    if (placesOf(left).some(gone)) return [];
    return [{ address, kind, what: "gone", differences: [], inFile }];
  });
}

function added(last: LastRun, input: DriftInput): Found[] {
  const known = new Set([...last.items.map(({ address }) => address), ...last.others, ...last.unknown]);
  const isNew = (observed: Observed): boolean => canBeAdded(observed) && !known.has(observed.item.address) && !known.has(formerAddress(observed)) && !isSilent(observed.item, input);
  return [...input.observation.items.values()].filter(isNew).map(({ item: { address, kind } }) => ({ address, kind, what: "added", differences: [], inFile: !input.desired.has(address) }));
}
