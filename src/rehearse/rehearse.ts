import { apply, type ApplyResult } from "../apply/index.ts";
import type { Emit } from "../diagnostics/index.ts";
import type { FaultSpec } from "../emulator/index.ts";
import type { Inventory, Item, Observation, Statements } from "../inventory/index.ts";
import { makePlan, type Plan } from "../plan/index.ts";
import { COMPARERS, observe } from "../resources/index.ts";
import { addOutside, type Copy, copyOf } from "./copy.ts";

export interface RehearsalInput {
  readonly name: string;
  readonly homeRegion: string;
  readonly desired: Inventory;
  readonly statements: Statements;
  /** What was observed, of AWS or of any endpoint. */
  readonly observation: Observation;
  readonly faults?: readonly FaultSpec[];
  /** The same seed gives the same run, faults included. */
  readonly seed: string;
  readonly emit: Emit;
}

export interface Rehearsal {
  /** The plan as it was made against the copy. */
  readonly plan: Plan;
  readonly result: ApplyResult;
  /** Whether a second run was needed and what it did: only where faults stopped the first. */
  readonly resumed?: ApplyResult;
  /** The plan afterwards; empty when every step kept its promise. */
  readonly after: Plan;
  readonly notCopied: readonly string[];
}

/** Runs a plan on a throw-away copy of what was observed. Nothing but the copy is touched. */
export async function rehearse(input: RehearsalInput): Promise<Rehearsal> {
  const copy = await copyOf(input.observation, input.homeRegion, input.seed);
  try {
    const desired = withIdsOf(copy, input.desired);
    await addOutside(copy, input.desired, input.observation);
    const planned = () => plan(copy, input, desired);
    const run = async (): Promise<{ plan: Plan; result: ApplyResult }> => {
      const made = await planned();
      const signal = new AbortController().signal;
      return { plan: made.plan, result: await apply({ ...made, aws: copy.aws, emit: input.emit, run: "rehearsal", standsIn: true, signal }) };
    };
    copy.emulator.setFaults(input.faults ?? []);
    const first = await run();
    copy.emulator.setFaults([]);
    const stopped = first.result.failed.length > 0 && (input.faults ?? []).length > 0;
    const resumed = stopped ? (await run()).result : undefined;
    return { ...first, resumed, after: (await planned()).plan, notCopied: copy.notCopied };
  } finally {
    await copy.close();
  }
}

async function plan({ aws }: Copy, { name, homeRegion, statements }: RehearsalInput, desired: Inventory): Promise<{ plan: Plan; observation: Observation }> {
  const observation = await observe(aws, { desired, moved: statements.moved, remove: statements.remove });
  return { plan: makePlan({ name, homeRegion, desired, observation, statements, comparers: COMPARERS }), observation };
}

/** Ids that the file states are those of the original; in the copy the same things have others. */
function withIdsOf({ ids }: Copy, desired: Inventory): Inventory {
  const translated = (item: Item): Item => (item.kind === "account" && item.statedId !== undefined ? { ...item, statedId: ids.get(item.address) ?? (item.invite === true ? item.statedId : undefined) } : item);
  return new Map([...desired].map(([address, item]) => [address, translated(item)]));
}
