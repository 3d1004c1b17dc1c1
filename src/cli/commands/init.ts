import { BLUEPRINTS, type Extra, EXTRAS } from "../../blueprints/index.ts";
import type { Command } from "../command.ts";
import { AWS_FLAGS, formatFlag } from "../flags.ts";

export const initCommand: Command = {
  name: "init",
  summary: "Write an organization file, from a blueprint or from another tool's configuration.",
  description: [`Blueprints:\n${listed(BLUEPRINTS)}`, ...extrasByBlueprint()].join("\n\n"),
  args: [{ name: "source", description: "with --from: the folder to read, or the template of org-formation" }],
  flags: [
    { flags: "--blueprint <name>", description: "the organization to start from", group: "What", choices: BLUEPRINTS.map(({ name }) => name) },
    { flags: "--with <names>", description: "options and worked examples of the blueprint, with commas between them", group: "What", repeat: true },
    { flags: "--grown-from <name>", description: "the smaller blueprint the organization was begun with: its accounts are kept", group: "What", choices: BLUEPRINTS.map(({ name }) => name) },
    { flags: "--from <format>", description: "another tool's configuration: lza (Landing Zone Accelerator), org-formation, adf (AWS Deployment Framework), or control-tower, which is read from AWS as with --from-aws", group: "What", choices: ["lza", "org-formation", "adf", "control-tower"] },
    { flags: "--from-aws", description: "the organization the credentials belong to, as AWS has it", group: "What" },
    { flags: "--contacts", description: "with --from-aws: also read alternate contacts, three calls for each account", group: "What" },
    { flags: "--name <name>", description: "the organization's short name", group: "What" },
    { flags: "--email <rule>", description: "the e-mail rule, with {account} in it", group: "What" },
    { flags: "--home-region <region>", description: "the home Region", group: "What" },
    { flags: "--region <region>", description: "a governed Region; the home Region always is one", group: "What", repeat: true },
    { flags: "--service <name>", description: "the first service that gets accounts", group: "What" },
    { flags: "--dir <dir>", description: "where to write; default: this folder", group: "Output" },
    { ...formatFlag("ts", "json", "yaml"), description: "the form of the organization file; default: ts" },
    { flags: "--force", description: "overwrite files that exist", group: "Output" },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall init", says: "asks a few questions in a terminal, and shows the tree before it writes" },
    { command: "landfall init --blueprint full --name acme --email 'aws+{account}@acme.example'", says: "the whole recommended structure" },
    { command: "landfall init --blueprint smb-starter --dir org", says: "a small start, in the folder org" },
    { command: "landfall init --blueprint starter --with policy-staging,split-sdlc", says: "with an option and a worked example" },
    { command: "landfall init --blueprint starter --grown-from smb --force", says: "the next size: no account and no OU is made again" },
    { command: "landfall init --from lza ./aws-accelerator-config", says: "from a Landing Zone Accelerator configuration" },
    { command: "landfall init --from org-formation ./organization.yml", says: "from a template of org-formation" },
    { command: "landfall init --from control-tower --home-region eu-west-1", says: "what Control Tower governs, read from AWS and left to it" },
    { command: "landfall init --from-aws --dir org", says: "from an organization that exists; its first plan is empty" },
  ],
  load: () => import("../actions/init.ts"),
};

function listed(entries: readonly { readonly name: string; readonly summary: string }[]): string {
  const width = Math.max(...entries.map(({ name }) => name.length));
  return entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n");
}

/** What `--with` can name, under the blueprints it goes with. */
function extrasByBlueprint(): string[] {
  const groups = new Map<string, Extra[]>();
  for (const extra of EXTRAS) {
    const blueprints = extra.fits.join(" and ");
    groups.set(blueprints, [...(groups.get(blueprints) ?? []), extra]);
  }
  return [...groups].map(([blueprints, extras]) => `Options and worked examples of ${blueprints}, for --with:\n${listed(extras)}`);
}
