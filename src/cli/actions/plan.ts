import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadClientsAhead } from "../../aws/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { statementsOf } from "../../inventory/index.ts";
import { savePlan } from "../../plan/index.ts";
import { planHuman, planJson, planMarkdown, shellWord } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { contextOf } from "../context.ts";
import { declared, peopleOf, planAgainst, type Planned, usable } from "../planning.ts";
import { readProvenFile } from "../proven-file.ts";
import { TOOL } from "../version.ts";

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  loadClientsAhead();
  const checked = await readProvenFile(flags, terminal);
  const organization = usable(checked);
  const session = await openSession({ flags, homeRegion: organization.homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  let planned: Planned;
  try {
    const exclude = flags.list("exclude");
    planned = await planAgainst(session.aws, { name: organization.name, folder: checked.folder, desired: declared(organization, exclude), statements: statementsOf(organization), exclude, findings: checked.diagnostics, people: peopleOf(organization) });
  } finally {
    await session.close();
  }
  if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
  const out = flags.text("out");
  if (out !== undefined) await save(resolve(terminal.cwd, out), out, planned);
  const format = flags.text("format");
  if (format === "json") terminal.out(planJson(planned.plan, TOOL));
  else if (format === "markdown") terminal.out(planMarkdown(planned.plan));
  else {
    const next = terminal.automated ? undefined : `landfall apply${contextOf(flags)}${out === undefined ? "" : ` ${shellWord(out)}`}`;
    terminal.out(planHuman(planned.plan, terminal.outStyle, { file: checked.file, savedTo: out, next, full: flags.on("full") }));
  }
  return flags.on("detailedExitcode") && planned.plan.changes.length > 0 ? "differences" : "done";
}

async function save(path: string, shown: string, { plan, desired, statements }: Planned): Promise<void> {
  try {
    await writeFile(path, savePlan(plan, desired, statements));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `The plan could not be saved to ${shown}.`, detail: why }, "failed", { cause: error });
  }
}
