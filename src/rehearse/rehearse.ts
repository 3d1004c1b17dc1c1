import { apply, type ApplyResult } from "../apply/index.ts";
import type { Emit } from "../diagnostics/index.ts";
import type { FaultSpec } from "../emulator/index.ts";
import type { Inventory, Item, Observation, Statements } from "../inventory/index.ts";
import { makePlan, type Plan } from "../plan/index.ts";
import { COMPARERS, observe } from "../resources/index.ts";
import { addOutside, type Copy, copyOf } from "./copy.ts";
import { Follow } from "./follow.ts";
import { withIdsOfCopy } from "./own-ids.ts";
import { type Gap, PromiseWatch } from "./promises.ts";
import { LetThrough, sampleOf } from "./requests.ts";
import { documentsIn } from "./views.ts";

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
  /** The plan afterwards; empty when every step did what it said. */
  readonly after: Plan;
  /** What was let through on the way though it was denied before and is denied in the end; empty when every step kept its promise. */
  readonly gaps: readonly Gap[];
  /** After how many calls the copy was looked at for that. */
  readonly looks: number;
  readonly notCopied: readonly string[];
}

/** Runs a plan on a throw-away copy of what was observed. Nothing but the copy is touched. */
export async function rehearse(input: RehearsalInput): Promise<Rehearsal> {
  const copy = await copyOf(input.observation, input.homeRegion, input.seed);
  try {
    const desired = withIdsOf(copy, input);
    await addOutside(copy, input.desired, input.observation);
    const planned = () => plan(copy, input, desired);
    const run = async (): Promise<{ plan: Plan; result: ApplyResult }> => {
      const made = await planned();
      const signal = new AbortController().signal;
      return { plan: made.plan, result: await apply({ ...made, aws: copy.aws, emit: input.emit, run: "rehearsal", standsIn: true, signal }) };
    };
    const before = await look(copy, input, desired);
    const follow = new Follow(copy.aside, () => look(copy, input, desired), before);
    const watch = new PromiseWatch((operation, asked) => copy.emulator.calmly(() => follow.after(operation, asked)));
    copy.aws.listen(watch);
    copy.emulator.setFaults(input.faults ?? []);
    const first = await run();
    copy.emulator.setFaults([]);
    const stopped = first.result.failed.length > 0 && (input.faults ?? []).length > 0;
    const resumed = stopped ? (await run()).result : undefined;
    copy.aws.listen(undefined);
    const { plan: after, observation: end } = await planned();
    const gaps = watch.gaps(before, end, new LetThrough(sampleOf(documentsIn(before, desired), { homeRegion: input.homeRegion, organizationId: input.observation.organizationId })));
    return { ...first, resumed, after, gaps, looks: watch.looks, notCopied: copy.notCopied };
  } finally {
    await copy.close();
  }
}

/** What has no say in what an account's policies let through. */
const NO_BEARING = ["tags", "contact", "trusted-access", "delegated-administrator", "delegation-policy"] as const;

/** The copy as it is at this moment, whatever trouble calls meet. */
const look = ({ emulator, aside }: Copy, { statements }: RehearsalInput, desired: Inventory): Promise<Observation> =>
  emulator.calmly(() => observe(aside, { desired, moved: statements.moved, exclude: NO_BEARING }));

async function plan({ aws }: Copy, { name, homeRegion, statements }: RehearsalInput, desired: Inventory): Promise<{ plan: Plan; observation: Observation }> {
  const observation = await observe(aws, { desired, moved: statements.moved, remove: statements.remove });
  return { plan: makePlan({ name, homeRegion, desired, observation, statements, comparers: COMPARERS }), observation };
}

/** Ids that the file states are those of the original; in the copy the same things have others. */
function withIdsOf({ ids }: Copy, { desired, observation }: Pick<RehearsalInput, "desired" | "observation">): Inventory {
  const translated = (item: Item): Item =>
    item.kind === "account" && item.statedId !== undefined
      ? { ...item, statedId: ids.get(item.address) ?? (item.invite === true ? item.statedId : undefined) }
      : withIdsOfCopy(item, observation, ids);
  return new Map([...desired].map(([address, item]) => [address, translated(item)]));
}
