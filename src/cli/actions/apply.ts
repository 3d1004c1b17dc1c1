import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { loadClientsAhead } from "../../aws/index.ts";
import { discover } from "../../config/index.ts";
import { type Diagnostic, type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { type Inventory, type Statements, statementsOf } from "../../inventory/index.ts";
import { type Plan, readSavedPlan } from "../../plan/index.ts";
import type { Reading } from "../../resources/index.ts";
import { openSession } from "../aws-session.ts";
import { carryOut } from "../carry-out.ts";
import type { Invocation } from "../command.ts";
import { FOLDER, folderOf } from "../folder.ts";
import { type KnownPeople, NOBODY_KNOWN } from "../judged-plan.ts";
import { declared, peopleOf, planAgainst, usable } from "../planning.ts";
import { startProgress } from "../progress-view.ts";
import { readProvenFile } from "../proven-file.ts";

/** What is to be applied: from the file, or exactly a saved plan. */
interface Goal {
  readonly name: string;
  readonly homeRegion: string;
  readonly desired: Inventory;
  readonly statements: Statements;
  readonly exclude: readonly string[];
  readonly findings: readonly Diagnostic[];
  readonly people: KnownPeople;
  readonly folder: string;
  readonly file: string;
  readonly approved?: Plan;
}

export async function act(invocation: Invocation): Promise<ExitReason> {
  loadClientsAhead();
  const goal = await goalOf(invocation);
  const { flags, terminal } = invocation;
  const view = startProgress(flags, terminal);
  const session = await openSession({ flags, homeRegion: goal.homeRegion, folder: goal.folder, terminal, emit: view.emit });
  view.start(session.aws.clock);
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const { name, folder, desired, statements, exclude, findings, people } = goal;
    const replan = (reading?: Reading) => planAgainst(session.aws, { name, folder, desired, packed: goal.approved !== undefined, statements, exclude, findings, reading, people });
    return await carryOut({ command: "landfall apply", ...goal, saved: invocation.args[0], whole: true, replan }, invocation, session, view);
  } finally {
    view.close();
    await session.close();
  }
}

async function goalOf({ args: [saved], flags, terminal }: Invocation): Promise<Goal> {
  if (saved === undefined) {
    const checked = await readProvenFile(flags, terminal);
    const organization = usable(checked);
    const exclude = flags.list("exclude");
    const { name, homeRegion } = organization;
    return { name, homeRegion, desired: declared(organization, exclude), statements: statementsOf(organization), exclude, findings: checked.diagnostics, people: peopleOf(organization), folder: checked.folder, file: checked.file };
  }
  if (flags.list("exclude").length > 0) {
    throw new LandfallError({ code: "LF9001", severity: "error", summary: "A saved plan and --exclude do not go together.", fix: "Exclude when you make the plan." }, "usage");
  }
  const path = resolve(terminal.cwd, saved);
  const { plan, desired, statements } = readSavedPlan(await readText(path, saved), saved);
  const { name, homeRegion } = plan.organization;
  const exclude = plan.notRead.map((line) => line.replace(/: excluded$/u, ""));
  return { name, homeRegion, desired, statements, exclude, findings: plan.findings, people: NOBODY_KNOWN, folder: folderFor(flags, terminal, path), file: saved, approved: plan };
}

/** A saved plan may lie anywhere; what belongs to it is where the organization file is, and only without one where the plan is. */
function folderFor(flags: Invocation["flags"], { cwd, env }: Invocation["terminal"], plan: string): string {
  try {
    return folderOf(discover({ flag: flags.text("config"), cwd, env }).file);
  } catch (error) {
    if (error instanceof LandfallError) return join(dirname(plan), FOLDER);
    throw error;
  }
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `${shown} could not be read.`, detail: error instanceof Error ? error.message : "" }, "usage", { cause: error });
  }
}
