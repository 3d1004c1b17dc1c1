import { createHash, randomBytes } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { type FingerprintKeeper, keepFingerprint, type Lock, takeLock, thisProcess } from "../apply/index.ts";
import type { ExitReason } from "../diagnostics/index.ts";
import { dangersOf, fingerprintOf, notApproved, type Plan, refuseStale, requireNoLockOut } from "../plan/index.ts";
import { planHuman } from "../report/index.ts";
import { askAhead, beginReading, readFingerprint, type Reading } from "../resources/index.ts";
import { approve } from "./approve.ts";
import type { AwsSession } from "./aws-session.ts";
import type { Invocation } from "./command.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import type { Planned } from "./planning.ts";
import type { ProgressView } from "./progress-view.ts";
import { keepLeft, remember, runUnderLock } from "./run-under-lock.ts";

/** A plan that a person is to approve and landfall to carry out. */
export interface Undertaking {
  /** For the heading, for example `landfall apply`. */
  readonly command: string;
  /** The saved plan that is applied, as the user named it. */
  readonly saved?: string;
  /** What the plan was made from, as the user would name it. */
  readonly file: string;
  /** Where records are kept. */
  readonly folder: string;
  /** A plan approved earlier: nothing beyond it is done. */
  readonly approved?: Plan;
  /** Whether the plan speaks of everything that is declared, which a way back does not. */
  readonly whole: boolean;
  /** Reads AWS and plans; called again under the lock. The reading may have begun. */
  replan(reading?: Reading): Promise<Planned>;
}

/** What carrying out a plan has at hand. */
export interface Work {
  readonly undertaking: Undertaking;
  readonly invocation: Invocation;
  readonly session: AwsSession;
  readonly view: ProgressView;
}

/**
 * Plans and asks first, then takes the lock and plans again: only what was approved is done. Where nobody is asked
 * nothing lies between the two, so there AWS is read once, under the lock.
 */
export async function carryOut(undertaking: Undertaking, invocation: Invocation, session: AwsSession, view: ProgressView): Promise<ExitReason> {
  const work: Work = { undertaking, invocation, session, view };
  const { aws } = session;
  const { flags, terminal } = invocation;
  const isAsked = !flags.on("yes") || (terminal.interactive && !view.machine);
  const first = isAsked ? await proposed(work) : undefined;
  if (typeof first === "string") return first;
  // The lock's lease runs once it is taken: what is read under it is not loaded first.
  await Promise.all([aws.organizations(), aws.sts(), aws.tagging(), aws.ssm()]);
  const run = newRun(aws.clock.now());
  const reading = beginReading(aws);
  if (first === undefined) askAhead(reading);
  const known = first?.plan ?? undertaking.approved;
  const lock = await takeLock(aws, { holder: `${userInfo().username}@${hostname()}`, run, plan: known && hashOf(known), process: thisProcess() });
  if (lock.tookOver !== undefined) view.note(`Run ${lock.tookOver.run} ended without releasing its lock, which is taken over.`);
  const keeper = keepFingerprint(aws, run, readFingerprint(reading.aws));
  const interrupt = stopOnInterrupt(view);
  let isUnchanged = true;
  try {
    const planned = first === undefined ? await proposed(work, { reading, keeper }) : await replanned(first.plan, work, reading);
    if (typeof planned === "string") return planned;
    // AWS may have changed since the plan was agreed to.
    requireNoLockOut(planned.plan, flags.list("acceptLockOut"));
    // Nothing waits for it: whoever looks at the lock sees the plan as soon as AWS has written it.
    if (known === undefined || hashOf(planned.plan) !== hashOf(known)) void lock.carry(hashOf(planned.plan));
    isUnchanged = false;
    return await runUnderLock({ ...work, planned, run, lock, keeper, stop: interrupt.signal });
  } finally {
    interrupt.stop();
    const [notKept] = await Promise.all([keeper.close(isUnchanged), release(lock, view)]);
    if (notKept !== undefined) view.fail([notKept]);
  }
}

/** Plans, shows the plan and has it approved; why there is nothing to carry out otherwise. Under the lock it is given what goes with that. */
async function proposed(work: Work, locked?: { readonly reading: Reading; readonly keeper: FingerprintKeeper }): Promise<Planned | "done" | "cancelled"> {
  const { undertaking } = work;
  const planned = await undertaking.replan(locked?.reading);
  if (undertaking.approved !== undefined) refuseStale(undertaking.approved, planned.plan, planned.observation.items);
  show(planned.plan, work);
  if (planned.plan.changes.length === 0) {
    const end = await remember(planned, work);
    if (locked !== undefined) await keepLeft(locked.keeper, planned, end);
    return "done";
  }
  return (await agreed(planned.plan, work)) ? planned : "cancelled";
}

/** The plan under the lock, approved again when AWS has changed meanwhile. */
async function replanned(shown: Plan, work: Work, reading: Reading): Promise<Planned | "cancelled"> {
  const { undertaking, view } = work;
  const planned = await undertaking.replan(reading);
  if (undertaking.approved !== undefined) {
    refuseStale(undertaking.approved, planned.plan, planned.observation.items);
    return planned;
  }
  if (notApproved(shown, planned.plan, planned.observation.items).length === 0) return planned;
  view.note("AWS has changed meanwhile; this is the plan now.\n");
  show(planned.plan, work);
  return (await agreed(planned.plan, work)) ? planned : "cancelled";
}

function show(plan: Plan, { undertaking: { command, file }, invocation: { flags, terminal }, view }: Work): void {
  if (!view.machine) {
    terminal.out(`${planHuman(plan, terminal.outStyle, { command, file, next: undefined, full: flags.on("full") })}\n`);
    return;
  }
  view.emit({
    name: "plan.made",
    changes: plan.changes.length,
    unchanged: plan.unchanged,
    unmanaged: plan.unmanaged.length,
    drifted: plan.drift?.things.length ?? 0,
    yours: (plan.yours ?? []).map(({ address }) => address),
    dangers: dangersOf(plan).map(({ address }) => address),
    leastSeconds: plan.timeFloor.seconds,
    calls: Object.values(plan.calls).reduce((sum, number) => sum + number, 0),
    ...(plan.notWritten === undefined ? {} : { notWritten: plan.notWritten }),
  });
}

async function agreed(plan: Plan, { invocation: { flags, terminal }, view }: Work): Promise<boolean> {
  // Where a program reads the answer nobody has seen the plan, so nobody can be asked about it.
  const isAgreed = await approve(plan, flags, { ...terminal, interactive: terminal.interactive && !view.machine });
  if (!isAgreed) view.note("Nothing was changed.");
  return isAgreed;
}

async function release(lock: Lock, view: ProgressView): Promise<void> {
  try {
    await lock.release();
  } catch (error) {
    view.note(`The lock could not be released (${error instanceof Error ? error.message : ""}); it ends by itself within a quarter of an hour.`);
  }
}

/** A name that sorts by time and is easily told apart: `20261123-1412-3f9a`. */
const newRun = (now: number): string => `${new Date(now).toISOString().slice(0, 16).replaceAll("-", "").replace("T", "-").replace(":", "")}-${randomBytes(2).toString("hex")}`;

const hashOf = (plan: Plan): string => createHash("sha256").update(fingerprintOf(plan)).digest("hex").slice(0, 16);
