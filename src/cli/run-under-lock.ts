import { apply, type ApplyResult, type FingerprintKeeper, type Journal, type Lock, openRun, writeLastRun } from "../apply/index.ts";
import type { WriteListener } from "../aws/index.ts";
import { type Diagnostic, type ExitReason, LandfallError } from "../diagnostics/index.ts";
import { type Change, fingerprintLeftBy, leftBy, lostAttachments, type RunEnd, type YourStep } from "../plan/index.ts";
import { count, shellWord } from "../report/index.ts";
import type { Work } from "./carry-out.ts";
import { contextOf } from "./context.ts";
import type { Planned } from "./planning.ts";

/** A plan that is approved and may be carried out now. */
interface Approved extends Work {
  readonly planned: Planned;
  readonly run: string;
  readonly lock: Lock;
  readonly keeper: FingerprintKeeper;
  /** Aborted when somebody wants the run to stop. */
  readonly stop: AbortSignal;
}

/** Saves what will be changed, carries the plan out with each call in the journal, and says how it ended. */
export async function runUnderLock(approved: Approved): Promise<ExitReason> {
  const { undertaking, session, view, planned, run, lock, keeper, stop, invocation } = approved;
  const { aws, where } = session;
  const now = (): string => new Date(aws.clock.now()).toISOString();
  await keeper.opened;
  const journal = await openRun(undertaking.folder, { format: "landfall.run/1", run, startedAt: now(), where, plan: planned.plan, desired: [...planned.desired.values()], lost: lostAttachments(planned.plan, planned.observation) });
  await remember(planned, approved, { run, open: true, done: [] });
  aws.listen(listenerFor(journal, lock, now));
  let result: ApplyResult;
  try {
    result = await apply({ ...planned, aws, emit: view.emit, run, standsIn: where === "local", signal: AbortSignal.any([stop, lock.lost]) });
  } finally {
    aws.listen(undefined);
    await journal.close();
  }
  view.close();
  const end = await remember(planned, approved, { run, open: false, done: result.done });
  // Who lost the lock was not alone: nobody can say what the two left.
  if (!lock.lost.aborted) await keepLeft(keeper, planned, end, result.organizationId);
  if (!view.machine) view.note(`Run ${run}. Take it back with: landfall undo ${run}${contextOf(invocation.flags)}`);
  return outcome(result, approved);
}

/** Keeps what AWS has now, so that the next plan can tell what others changed. Nothing depends on it. */
export async function remember(planned: Planned, { undertaking: { folder, whole }, session }: Work, end: { run?: string; open: boolean; done: readonly Change[] } = { open: false, done: [] }): Promise<RunEnd> {
  const { last } = planned;
  const ended: RunEnd = { ...planned, ...end, run: end.run ?? last?.run, whole, at: new Date(session.aws.clock.now()).toISOString() };
  const left = leftBy(last, ended);
  if (left !== undefined) await writeLastRun(folder, left).catch(() => undefined);
  return ended;
}

/** Has the same kept in AWS, for machines that do not remember the run. */
export async function keepLeft(keeper: FingerprintKeeper, { kept, observation }: Planned, end: RunEnd, organizationId = observation.organizationId): Promise<void> {
  const before = kept.state === "closed" && kept.organizationId === organizationId ? kept.fingerprint : undefined;
  await keeper.prepare({ organizationId: organizationId ?? "", left: fingerprintLeftBy(before, end) });
}

function listenerFor(journal: Journal, lock: Lock, now: () => string): WriteListener {
  let calls = 0;
  return {
    async before(operation, input) {
      lock.assertHeld();
      calls += 1;
      const call = calls;
      await journal.write({ at: now(), call, operation, input });
      return call;
    },
    after: (call, outcomeOfCall) => journal.write({ at: now(), call, outcome: outcomeOfCall }),
  };
}

function outcome({ failed, skipped }: ApplyResult, { lock, view, undertaking, invocation, planned, stop }: Approved): ExitReason {
  if (failed.length === 0 && skipped.length === 0) return "done";
  const lost = lock.lost.reason instanceof LandfallError ? lock.lost.reason.diagnostics : [];
  const saved = undertaking.saved === undefined ? "" : ` ${shellWord(undertaking.saved)}`;
  const again = `${undertaking.command}${saved}${contextOf(invocation.flags)}`;
  const held = new Set(skipped.flatMap(({ yours }) => yours ?? []));
  const yours = (planned.plan.yours ?? []).filter(({ address }) => held.has(address)).map((step) => yourTurn(step, again));
  const isOnlyHeld = yours.length > 0 && failed.length === 0 && !stop.aborted && lost.length === 0;
  view.fail([...failed.flatMap((failure) => failure.diagnostics), ...lost, ...yours, ...(isOnlyHeld ? [] : [stopped(failed.length, skipped.length, again)])]);
  return "interrupted";
}

const yourTurn = ({ what, why, link, holdsUp, address }: YourStep, again: string): Diagnostic => ({
  code: "LF5009",
  severity: "error",
  summary: `A step is yours, and ${count(holdsUp.length, "change")} ${holdsUp.length === 1 ? "waits" : "wait"} for it: ${what}.`,
  detail: why,
  fix: `Do it at:\n\n  ${link}\n\nThen run the same command again; it goes on where it stopped:\n\n  ${again}`,
  address,
});

const stopped = (failed: number, skipped: number, again: string): Diagnostic => ({
  code: "LF5004",
  severity: "error",
  summary: `The apply stopped part way: ${failed} failed, ${skipped} not started.`,
  detail: "What was done stays. After a failure nothing is loosened, so no guardrail was weakened early.",
  fix: `Run the same command again; it goes on where it stopped:\n\n  ${again}`,
});
