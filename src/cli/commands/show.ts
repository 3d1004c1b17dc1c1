import { expand, type Inventory, type Observation } from "../../inventory/index.ts";
import { treeHuman, treeJson } from "../../report/index.ts";
import { observe } from "../../resources/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Command, Invocation } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";
import { type CheckedFile, readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export const showCommand: Command = {
  name: "show",
  summary: "Draw the organization as a tree with its policies.",
  flags: [
    { flags: "--declared", description: "as the file has it, offline, instead of as AWS has it", group: "What" },
    { flags: "--full", description: "every account, and the ids of OUs", group: "Output" },
    formatFlag("human", "json"),
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall show", says: "what AWS has, with ids" },
    { command: "landfall show --declared", says: "what the file says, without AWS" },
    { command: "landfall show --local --format json", says: "the rehearsed organization as data" },
  ],
  async run(invocation) {
    const { flags, terminal } = invocation;
    const checked = await readOrganizationFile(flags, terminal);
    const { name } = usable(checked);
    const source = flags.on("declared") ? expand(usable(checked)) : await observed(invocation, checked);
    if (flags.text("format") === "json") terminal.out(treeJson(source, TOOL, name));
    else terminal.out(treeHuman(source, terminal.outStyle, { name, full: flags.on("full") }));
    return "done";
  },
};

async function observed({ flags, terminal }: Invocation, checked: CheckedFile): Promise<Inventory | Observation> {
  const organization = usable(checked);
  const session = await openSession({ flags, homeRegion: organization.homeRegion, projectDir: checked.projectDir, env: terminal.env, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.err(`${session.notice}\n\n`);
    return await observe(session.aws, { desired: expand(organization) });
  } finally {
    await session.close();
  }
}
