import type { ExitReason } from "../../diagnostics/index.ts";
import { expand } from "../../inventory/index.ts";
import { treeHuman, treeJson } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { observed } from "../observed.ts";
import { readOrganizationFile } from "../organization-file.ts";
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
