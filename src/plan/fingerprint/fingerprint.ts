import { type Address, attachmentAddress } from "../../ids/index.ts";
import type { Item } from "../../inventory/index.ts";
import { detachableOf, isMadeByAws } from "../aws-made.ts";
import type { LastRun, RunEnd } from "../last-run.ts";
import { leftBy } from "../last-run.ts";
import type { Change } from "../plan.ts";
import { contentOf } from "./content.ts";
import { addressHash, contentHash } from "./hash.ts";

/**
 * What a run left, as short hashes: enough to tell that something was changed since, not what it was. It is kept in AWS,
 * for machines that have no record of the run. It decides nothing: no change comes or goes by it.
 */
export interface Fingerprint {
  /** The last run that changed something, and when this was written: UTC, ISO 8601. */
  readonly run?: string;
  readonly at: string;
  /** Hashes of contents by that of the address of what was declared and AWS had just so; several where addresses share one. */
  readonly items: ReadonlyMap<number, readonly number[]>;
  /** What AWS had besides. */
  readonly others: ReadonlySet<number>;
  /** What nobody knows: changes that failed, and what is yet to come without landfall. */
  readonly unknown: ReadonlySet<number>;
  /** AWS's own policies hang on every node but these: hashes of the attachments that the file took away. */
  readonly without: ReadonlySet<number>;
  /** What could not be read, as hashes from the first up to the second. */
  readonly lost: readonly (readonly [number, number])[];
}

/** What AWS keeps of it. */
export type KeptFingerprint =
  | { readonly state: "none" }
  /** AWS did not let it be read, for this reason. */
  | { readonly state: "not-read"; readonly error: string }
  /** Something is there, but no fingerprint that can be read. */
  | { readonly state: "damaged"; readonly why: string }
  /** A run is at work, or was cut off: it may have changed anything. */
  | { readonly state: "open"; readonly organizationId: string; readonly run: string; readonly at: string }
  | { readonly state: "closed"; readonly organizationId: string; readonly fingerprint: Fingerprint };

/** What is kept when a run has ended; undefined where too little is known to tell anything. */
export function fingerprintLeftBy(before: Fingerprint | undefined, end: RunEnd): Fingerprint | undefined {
  const whole = leftBy(undefined, end);
  if (whole !== undefined) return fingerprintFrom(whole);
  return before === undefined || before.lost.length > 0 ? undefined : goneOn(before, end);
}

/** The fingerprint of what a record remembers. */
export function fingerprintFrom({ run, at, items, others, unknown }: Pick<LastRun, "run" | "at" | "items" | "others" | "unknown">): Fingerprint {
  const hashes = new Map<number, readonly number[]>();
  for (const item of items) if (!isMadeByAws(item)) add(hashes, item);
  const made = items.filter((item) => item.kind === "attachment" && isMadeByAws(item));
  const there = new Set(made.map(({ address }) => address));
  // The file may take one away everywhere.
  const policies = new Set([...made.flatMap((item) => (item.kind === "attachment" ? [item.policy] : [])), ...detachableOf(items)]);
  const nodes = items.filter(({ kind }) => kind === "root" || kind === "ou" || kind === "account");
  const without = nodes.flatMap((node) => [...policies].map((policy) => attachmentAddress(policy, node.address)).filter((address) => !there.has(address)));
  return { run, at, items: hashes, others: hashesOf(others), unknown: hashesOf(unknown), without: hashesOf(without), lost: [] };
}

const hashesOf = (addresses: readonly Address[]): Set<number> => new Set(addresses.map(addressHash));

function add(hashes: Map<number, readonly number[]>, item: Item): void {
  const key = addressHash(item.address);
  hashes.set(key, [...(hashes.get(key) ?? []), contentHash(contentOf(item))]);
}

/** After a run that spoke of a part only: what it did is known anew, what it left undone is unknown, the rest is as before. */
function goneOn(before: Fingerprint, { run, at, plan, done }: RunEnd): Fingerprint {
  const items = new Map(before.items);
  const without = new Set(before.without);
  const unknown = new Set(before.unknown);
  const certain = done.filter(({ action }) => action !== "invite");
  const succeeded = new Set(certain.map(({ address }) => address));
  for (const change of plan.changes) {
    const key = addressHash(change.address);
    items.delete(key);
    if (succeeded.has(change.address)) unknown.delete(key);
    else unknown.add(key);
  }
  for (const change of certain) {
    const { desired } = change;
    if (isOfAws(change)) mark(without, addressHash(change.address), desired === undefined);
    else if (desired !== undefined) add(items, desired);
  }
  return { run: run ?? before.run, at, items, others: before.others, unknown, without, lost: [] };
}

function isOfAws({ desired, observed }: Change): boolean {
  const item = desired ?? observed?.item;
  return item !== undefined && isMadeByAws(item);
}

function mark(set: Set<number>, key: number, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}

/** What a fingerprint says of an address: a declared thing, one that AWS had besides, nothing, or that nobody knows. */
export type Knowledge = "declared" | "besides" | "absent" | "unknown";

export function knowledgeOf({ items, others, unknown, without, lost }: Fingerprint, item: Item): Knowledge {
  const key = addressHash(item.address);
  const home = item.kind === "attachment" && isMadeByAws(item) ? addressHash(item.target) : key;
  if (unknown.has(key) || [key, home].some((each) => lost.some(([from, to]) => each >= from && each < to))) return "unknown";
  if (items.has(home) && !without.has(key)) return "declared";
  return others.has(key) ? "besides" : "absent";
}

/** Whether a declared thing was left with this content. */
export const wasLeft = ({ items }: Fingerprint, item: Item, content: string | undefined): boolean =>
  isMadeByAws(item) || items.get(addressHash(item.address))?.includes(contentHash(content)) === true;
