import { randomBytes } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { apply, type ApplyResult, type Lock, openRun, takeLock } from "../apply/index.ts";
import type { WriteListener } from "../aws/index.ts";
import { type Diagnostic, type ExitReason, LandfallError } from "../diagnostics/index.ts";
import { notApproved, type Plan, refuseStale } from "../plan/index.ts";
import { diagnosticsHuman, planHuman } from "../report/index.ts";
import { approve } from "./approve.ts";
import type { AwsSession } from "./aws-session.ts";
import type { Invocation } from "./command.ts";
import { contextOf } from "./context.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import type { Planned } from "./planning.ts";
import type { ProgressView } from "./progress-view.ts";

/** A plan that a person is to approve and landfall to carry out. */
export interface Undertaking {
  /** For the heading, for example `landfall apply`. */
  readonly command: string;
  /** What the plan was made from, as the user would name it. */
  readonly file: string;
  readonly folder: string;
  /** A plan approved earlier: nothing beyond it is done. */
  readonly approved?: Plan;
  /** Reads AWS and plans; called again under the lock. */
  replan(): Promise<Planned>;
}

/** Plans and asks first, then takes the lock and plans again: only what was approved is done. */
export async function carryOut(undertaking: Undertaking, invocation: Invocation, session: AwsSession, view: ProgressView): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const { aws } = session;
  const show = (plan: Plan): void => {
    if (!view.machine) terminal.out(`${planHuman(plan, terminal.outStyle, { command: undertaking.command, file: undertaking.file, next: undefined, full: flags.on("full") })}\n`);
  };
  const first = await undertaking.replan();
  const shown = first.plan;
  if (undertaking.approved !== undefined) refuseStale(undertaking.approved, first.plan, first.observation.items);
  show(shown);
  if (shown.changes.length === 0) return "done";
  if (!(await approve(shown, flags, terminal))) {
    terminal.err("Nothing was changed.\n");
    return "cancelled";
  }
  const run = newRun(aws.clock.now());
  const lock = await takeLock(aws, { holder: `${userInfo().username}@${hostname()}`, run });
  const interrupt = stopOnInterrupt(view.note);
  try {
    const planned = await undertaking.replan();
    if (undertaking.approved !== undefined) refuseStale(undertaking.approved, planned.plan, planned.observation.items);
    else if (notApproved(shown, planned.plan, planned.observation.items).length > 0) {
      terminal.err("AWS has changed meanwhile; this is the plan now.\n\n");
      show(planned.plan);
      if (!(await approve(planned.plan, flags, terminal))) {
        terminal.err("Nothing was changed.\n");
        return "cancelled";
      }
    }
    const startedAt = new Date(aws.clock.now()).toISOString();
    const journal = await openRun(undertaking.folder, { format: "landfall.run/1", run, startedAt, where: session.where, plan: planned.plan, desired: [...planned.desired.values()] });
    aws.listen(listenerFor(journal, () => new Date(aws.clock.now()).toISOString()));
    try {
      const result = await apply({ ...planned, aws, emit: view.emit, run, signal: AbortSignal.any([interrupt.signal, lock.lost]) });
      view.close();
      if (!view.machine) terminal.err(`Run ${run}. Take it back with: landfall undo ${run}${contextOf(flags)}\n`);
      return outcome(result, lock, terminal);
    } finally {
      aws.listen(undefined);
      await journal.close();
    }
  } finally {
    interrupt.stop();
    await lock.release().catch((error: unknown) => terminal.err(`The lock could not be released (${error instanceof Error ? error.message : ""}); it ends by itself within a quarter of an hour.\n`));
  }
}

/** A name that sorts by time and is easily told apart: `20261123-1412-3f9a`. */
const newRun = (now: number): string => `${new Date(now).toISOString().slice(0, 16).replaceAll("-", "").replace("T", "-").replace(":", "")}-${randomBytes(2).toString("hex")}`;

function listenerFor(journal: Awaited<ReturnType<typeof openRun>>, at: () => string): WriteListener {
  let calls = 0;
  return {
    async before(operation, input) {
      calls += 1;
      const call = calls;
      await journal.write({ at: at(), call, operation, input });
      return call;
    },
    after: (call, outcomeOfCall) => journal.write({ at: at(), call, outcome: outcomeOfCall }),
  };
}

function outcome({ failed, skipped }: ApplyResult, lock: Lock, terminal: Invocation["terminal"]): ExitReason {
  if (failed.length === 0 && skipped.length === 0) return "done";
  const lost = lock.lost.reason instanceof LandfallError ? lock.lost.reason.diagnostics : [];
  const diagnostics = [...failed.flatMap((failure) => failure.diagnostics), ...lost];
  terminal.err(diagnosticsHuman([...diagnostics, stopped(failed.length, skipped.length)], terminal.errStyle, { counts: false, full: true }));
  return "interrupted";
}

const stopped = (failed: number, skipped: number): Diagnostic => ({
  code: "LF5004",
  severity: "error",
  summary: `The apply stopped part way: ${failed} failed, ${skipped} not started.`,
  detail: "What was done stays. After a failure nothing is loosened, so no guardrail was weakened early.",
  fix: "Run the same command again; it goes on where it stopped.",
});
