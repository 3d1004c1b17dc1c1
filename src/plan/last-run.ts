import type { Address } from "../ids/index.ts";
import type { Inventory, Item, Observation } from "../inventory/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import type { Change, Plan } from "./plan.ts";

/**
 * What the runs of this project left, as its folder remembers it. It decides nothing: it only tells what was changed
 * behind our back from what the file changed.
 */
export interface LastRun {
  readonly format: "landfall.last/1";
  /** The last run that changed something, and when this was written: UTC, ISO 8601. */
  readonly run?: string;
  readonly at: string;
  readonly organizationId?: string;
  readonly managementAccountId: string;
  /** Whether the run was still at work when this was written: read later, it was killed. */
  readonly open: boolean;
  /** What was declared and AWS had just so. */
  readonly items: readonly Item[];
  /** What AWS had besides. */
  readonly others: readonly Address[];
  /** What nobody knows: changes that failed, or whose run was killed, and what is yet to come without landfall. */
  readonly unknown: readonly Address[];
}

export interface RunEnd {
  readonly open: boolean;
  readonly run?: string;
  readonly at: string;
  readonly plan: Plan;
  readonly desired: Inventory;
  readonly observation: Observation;
  /** The changes that succeeded; none while the run is still at work. */
  readonly done: readonly Change[];
  /** Whether the plan speaks of everything, which a way back does not. */
  readonly whole: boolean;
}

/** What is remembered when a run has come so far; undefined where too little is known to tell anything. */
export function leftBy(before: LastRun | undefined, end: RunEnd): LastRun | undefined {
  const { run, at, open: isOpen, plan, observation } = end;
  const organization = { organizationId: observation.organizationId, managementAccountId: observation.managementAccountId };
  const base = { format: "landfall.last/1", run, at, open: isOpen, ...organization } as const;
  // Whether somebody accepts an invitation, and when, is not this run's doing.
  const done = new Set(end.done.flatMap(({ address, action }) => (action === "invite" ? [] : [address])));
  const open = plan.changes.filter(({ address }) => !done.has(address)).map(({ address }) => address);
  const changed = new Set(plan.changes.map(({ address }) => address));
  if (end.whole && plan.notRead.length === 0) {
    const isThere = (item: Item): boolean => done.has(item.address) || (!changed.has(item.address) && (observation.items.has(item.address) || isMadeByAws(item)));
    const items = [...end.desired.values()].filter(isThere);
    const awaited = [...end.desired.values()].flatMap((item) => (isThere(item) || changed.has(item.address) ? [] : [item.address]));
    // What others need, such as trusted access for a new name, is made without being declared.
    const made = end.done.flatMap(({ address, desired }) => (desired === undefined || end.desired.has(address) ? [] : [address]));
    const others = [...[...observation.items.keys()].filter((address) => !end.desired.has(address) && !changed.has(address)), ...made];
    return { ...base, items, others, unknown: [...open, ...awaited] };
  }
  if (before === undefined || !isOf(before, observation)) return undefined;
  const items = [...before.items.filter(({ address }) => !changed.has(address)), ...end.done.flatMap(({ desired, address }) => (done.has(address) ? (desired ?? []) : []))];
  return { ...base, items, others: before.others, unknown: [...before.unknown.filter((address) => !done.has(address)), ...open] };
}

/** Whether it is about the organization that was observed; one that a run created had no id before it. */
export const isOf = (last: LastRun, { organizationId, managementAccountId }: Observation): boolean =>
  last.managementAccountId === managementAccountId && (last.organizationId === undefined || last.organizationId === organizationId);
