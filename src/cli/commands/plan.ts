import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { LandfallError } from "../../diagnostics/index.ts";
import { statementsOf } from "../../inventory/index.ts";
import { savePlan } from "../../plan/index.ts";
import { planHuman, planJson, planMarkdown } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, EXCLUDE_FLAG, formatFlag, FULL_FLAG } from "../flags.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { declared, planAgainst, type Planned, usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export const planCommand: Command = {
  name: "plan",
  summary: "Show what would change in AWS, and why.",
  description: "Reads the whole organization and compares it with the file. Nothing is changed.",
  flags: [
    { flags: "--out <file>", description: "save the plan, to be applied exactly", group: "Output" },
    formatFlag("human", "json", "markdown"),
    FULL_FLAG,
    { flags: "--detailed-exitcode", description: "exit 2 when there are changes", group: "Output" },
    EXCLUDE_FLAG,
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall plan --local", says: "against the embedded AWS, without credentials" },
    { command: "landfall plan --out plan.json", says: "save it; landfall apply plan.json does exactly this" },
    { command: "landfall plan --detailed-exitcode --format markdown", says: "in a pipeline, for a comment" },
  ],
  async run({ flags, terminal }) {
    const checked = await readOrganizationFile(flags, terminal);
    const organization = usable(checked);
    const session = await openSession({ flags, homeRegion: organization.homeRegion, projectDir: checked.projectDir, env: terminal.env, emit: telling(terminal) });
    let planned: Planned;
    try {
      const exclude = flags.list("exclude");
      planned = await planAgainst(session.aws, { name: organization.name, desired: declared(organization, exclude), statements: statementsOf(organization), exclude, findings: checked.diagnostics });
    } finally {
      await session.close();
    }
    if (session.notice !== undefined) terminal.err(`${session.notice}\n\n`);
    const out = flags.text("out");
    if (out !== undefined) await save(resolve(terminal.cwd, out), out, planned);
    const format = flags.text("format");
    if (format === "json") terminal.out(planJson(planned.plan, TOOL));
    else if (format === "markdown") terminal.out(planMarkdown(planned.plan));
    else {
      const next = out === undefined ? (flags.on("local") ? "landfall apply --local" : "landfall apply") : `landfall apply ${flags.on("local") ? "--local " : ""}${out}`;
      terminal.out(planHuman(planned.plan, terminal.outStyle, { file: checked.file, savedTo: out, next, full: flags.on("full") }));
    }
    return flags.on("detailedExitcode") && planned.plan.changes.length > 0 ? "differences" : "done";
  },
};

async function save(path: string, shown: string, { plan, desired, statements }: Planned): Promise<void> {
  try {
    await writeFile(path, savePlan(plan, desired, statements));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `The plan could not be saved to ${shown}.`, detail: why }, "failed", { cause: error });
  }
}
