import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { dirname, resolve } from "node:path";
import { apply, type ApplyResult, type Lock, takeLock } from "../../apply/index.ts";
import { type Diagnostic, type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Inventory } from "../../inventory/index.ts";
import { type Plan, readSavedPlan, refuseStale } from "../../plan/index.ts";
import { diagnosticsHuman, planHuman } from "../../report/index.ts";
import { approve } from "../approve.ts";
import { type AwsSession, openSession } from "../aws-session.ts";
import type { Command, Invocation } from "../command.ts";
import { AWS_FLAGS, EXCLUDE_FLAG, formatFlag } from "../flags.ts";
import { stopOnInterrupt } from "../interrupt.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { declared, planAgainst, usable } from "../planning.ts";
import { type ProgressView, startProgress } from "../progress-view.ts";

/** What is to be applied: from the file, or exactly a saved plan. */
interface Goal {
  readonly name: string;
  readonly homeRegion: string;
  readonly desired: Inventory;
  readonly exclude: readonly string[];
  readonly findings: readonly Diagnostic[];
  readonly projectDir: string;
  readonly file: string;
  readonly approved?: Plan;
}

export const applyCommand: Command = {
  name: "apply",
  summary: "Make AWS match the organization file.",
  description: "Plans, asks, and carries the plan out, as much at once as AWS allows. Stopped at any point, the next run goes on. With a saved plan it does exactly that plan or refuses.",
  args: [{ name: "plan", description: "a plan saved by landfall plan --out" }],
  flags: [
    { flags: "--yes", description: "do not ask for the plan as a whole", group: "Approval" },
    { flags: "--confirm <kind:name>", description: "confirm one change that cannot be undone", group: "Approval", repeat: true },
    EXCLUDE_FLAG,
    formatFlag("human", "ndjson"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall apply --local", says: "rehearse on the embedded AWS" },
    { command: "landfall apply plan.json --yes", says: "in a pipeline: exactly what was reviewed" },
    { command: "landfall apply --confirm ou:Legacy", says: "agree to a deletion by its name" },
  ],
  async run(invocation) {
    const goal = await goalOf(invocation);
    const { flags, terminal } = invocation;
    const view = startProgress(flags, terminal);
    const session = await openSession({ flags, homeRegion: goal.homeRegion, projectDir: goal.projectDir, env: terminal.env, emit: view.emit });
    view.start(session.aws.clock);
    try {
      if (session.notice !== undefined) terminal.err(`${session.notice}\n\n`);
      return await carryOut(invocation, goal, session, view);
    } finally {
      view.close();
      await session.close();
    }
  },
};

async function goalOf({ args: [saved], flags, terminal }: Invocation): Promise<Goal> {
  if (saved === undefined) {
    const checked = await readOrganizationFile(flags, terminal);
    const organization = usable(checked);
    const exclude = flags.list("exclude");
    const { name, homeRegion } = organization;
    return { name, homeRegion, desired: declared(organization, exclude), exclude, findings: checked.diagnostics, projectDir: checked.projectDir, file: checked.file };
  }
  if (flags.list("exclude").length > 0) {
    throw new LandfallError({ code: "LF9001", severity: "error", summary: "A saved plan and --exclude do not go together.", fix: "Exclude when you make the plan." }, "usage");
  }
  const path = resolve(terminal.cwd, saved);
  const { plan, desired } = readSavedPlan(await readText(path, saved), saved);
  const { name, homeRegion } = plan.organization;
  const exclude = plan.notRead.map((line) => line.split(":", 1)[0] ?? "");
  return { name, homeRegion, desired, exclude, findings: plan.findings, projectDir: dirname(path), file: saved, approved: plan };
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `${shown} could not be read.`, detail: error instanceof Error ? error.message : "" }, "usage", { cause: error });
  }
}

/** Plans and asks first, then takes the lock and plans again: only what was approved is done. */
async function carryOut(invocation: Invocation, goal: Goal, session: AwsSession, view: ProgressView): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const request = { name: goal.name, desired: goal.desired, exclude: goal.exclude, findings: goal.findings };
  const shown = goal.approved ?? (await planAgainst(session.aws, request)).plan;
  if (!view.machine) terminal.out(`${planHuman(shown, terminal.outStyle, { command: "landfall apply", file: goal.file, next: undefined })}\n`);
  if (shown.changes.length === 0) return "done";
  if (!(await approve(shown, flags, terminal))) {
    terminal.err("Nothing was changed.\n");
    return "cancelled";
  }
  const run = randomBytes(4).toString("hex");
  const lock = await takeLock(session.aws, { holder: `${userInfo().username}@${hostname()}`, run });
  const interrupt = stopOnInterrupt(terminal);
  try {
    const { plan, observation } = await planAgainst(session.aws, request);
    refuseStale(shown, plan);
    const signal = AbortSignal.any([interrupt.signal, lock.lost]);
    const result = await apply({ plan, observation, aws: session.aws, emit: view.emit, run, signal });
    view.close();
    return outcome(result, lock, terminal);
  } finally {
    interrupt.stop();
    await lock.release();
  }
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
