import type { ExitReason } from "../../diagnostics/index.ts";
import { statementsOf } from "../../inventory/index.ts";
import { driftHuman, driftJson } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { declared, planAgainst, type Planned, usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export async function act({ flags, terminal }: Invocation): Promise<ExitReason> {
  const checked = await readOrganizationFile(flags, terminal);
  const organization = usable(checked);
  const exclude = flags.list("exclude");
  const { folder } = checked;
  const session = await openSession({ flags, homeRegion: organization.homeRegion, folder, terminal, emit: telling(terminal) });
  let planned: Planned;
  try {
    planned = await planAgainst(session.aws, { name: organization.name, folder, desired: declared(organization, exclude), statements: statementsOf(organization), exclude, findings: [] });
  } finally {
    await session.close();
  }
  if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
  const { plan } = planned;
  terminal.out(flags.text("format") === "json" ? driftJson(plan, TOOL) : driftHuman(plan, terminal.outStyle, checked.file, planned.kept));
  return (plan.drift?.things ?? plan.changes).length > 0 ? "differences" : "done";
}
