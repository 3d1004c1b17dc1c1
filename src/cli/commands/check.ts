import { count, diagnosticsHuman, diagnosticsJson } from "../../report/index.ts";
import { accountsOf, nodesOf } from "../../organization/index.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../flags.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { TOOL } from "../version.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "Find every mistake in the organization file, offline.",
  description: "Shape, names, AWS's limits, the policy language and the design are checked in one run. Exit 64: the file cannot be used as it is; 3: findings.",
  flags: [
    formatFlag("human", "json"),
    { flags: "--fail-on <severity>", description: "the least severity that fails", group: "What", choices: ["error", "warning"] },
  ],
  examples: [
    { command: "landfall check", says: "check the file in this folder or above" },
    { command: "landfall check --fail-on warning", says: "fail on warnings too, in a pipeline" },
    { command: "landfall check --format json", says: "the same as data" },
  ],
  async run({ flags, terminal }) {
    const checked = await readOrganizationFile(flags, terminal);
    const { organization, diagnostics, file } = checked;
    if (flags.text("format") === "json") terminal.out(diagnosticsJson(diagnostics, TOOL));
    else {
      terminal.out(diagnosticsHuman(diagnostics, terminal.outStyle, { counts: diagnostics.length > 0 }));
      if (diagnostics.length === 0 && organization !== undefined) terminal.out(`${file}: nothing to report about ${sizes(organization)}.\n`);
    }
    const warned = flags.text("failOn") === "warning" && diagnostics.some(({ severity }) => severity === "warning");
    return checked.stop ?? (warned ? "findings" : "done");
  },
};

function sizes(organization: Parameters<typeof nodesOf>[0]): string {
  const nodes = nodesOf(organization);
  const policies = Object.keys(organization.policies ?? {}).length;
  return [count(nodes.length - 1, "OU"), count(accountsOf(organization, nodes).length, "account"), count(policies, "policy", "policies")].join(", ");
}
