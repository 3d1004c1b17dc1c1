import type { ExitReason } from "../../diagnostics/index.ts";
import { expand, type Inventory, type Observation } from "../../inventory/index.ts";
import { treeHuman, treeJson } from "../../report/index.ts";
import { observe } from "../../resources/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { type CheckedFile, readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const checked = await readOrganizationFile(flags, terminal);
  const { name } = usable(checked);
  const source = flags.on("declared") ? expand(usable(checked)) : await observed(invocation, checked);
  if (flags.text("format") === "json") terminal.out(treeJson(source, TOOL, name));
  else terminal.out(treeHuman(source, terminal.outStyle, { name, full: flags.on("full") }));
  return "done";
}

async function observed({ flags, terminal }: Invocation, checked: CheckedFile): Promise<Inventory | Observation> {
  const organization = usable(checked);
  const session = await openSession({ flags, homeRegion: organization.homeRegion, folder: checked.folder, cwd: terminal.cwd, env: terminal.env, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.err(`${session.notice}\n\n`);
    return await observe(session.aws, { desired: expand(organization) });
  } finally {
    await session.close();
  }
}
