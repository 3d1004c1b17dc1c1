import { relative, resolve } from "node:path";
import { type Answers, type Blueprint, BLUEPRINTS, blueprint, blueprintFiles, DEFAULT_ANSWERS } from "../../blueprints/index.ts";
import { LandfallError, nearest } from "../../diagnostics/index.ts";
import { partitionOfRegion } from "../../ids/index.ts";
import type { Command, Invocation } from "../command.ts";
import { inFormat, refuseUnusable } from "../file-format.ts";
import { AWS_FLAGS, type Flags, formatFlag } from "../flags.ts";
import { inDir, writeFiles, written } from "../write-files.ts";
import { initFromAws } from "./init-aws.ts";
import { importInto } from "./init-import.ts";

export const initCommand: Command = {
  name: "init",
  summary: "Write an organization file, from a blueprint or from another tool's configuration.",
  description: `Blueprints:\n${BLUEPRINTS.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join("\n")}`,
  args: [{ name: "source", description: "with --from: the folder to read" }],
  flags: [
    { flags: "--blueprint <name>", description: "the organization to start from", group: "What", choices: BLUEPRINTS.map(({ name }) => name) },
    { flags: "--from <format>", description: "another tool's configuration: lza (Landing Zone Accelerator)", group: "What", choices: ["lza"] },
    { flags: "--from-aws", description: "the organization the credentials belong to, as AWS has it", group: "What" },
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
    { command: "landfall init --blueprint full --name acme --email 'aws+{account}@acme.example'", says: "the whole recommended structure" },
    { command: "landfall init --blueprint smb-starter --dir org", says: "a small start, in the folder org" },
    { command: "landfall init --from lza ./aws-accelerator-config", says: "from a Landing Zone Accelerator configuration" },
    { command: "landfall init --from-aws --dir org", says: "from an organization that exists; its first plan is empty" },
  ],
  async run(invocation) {
    const { args: [source], flags } = invocation;
    if (flags.on("fromAws")) return initFromAws(invocation);
    if (flags.text("from") !== undefined) return importInto(invocation, source);
    if (source !== undefined) throw alone("A folder to read", "--from");
    const name = flags.text("blueprint");
    if (name === undefined) throw noSource();
    return fromBlueprint(invocation, known(name));
  },
};

async function fromBlueprint({ flags, terminal }: Invocation, chosen: Blueprint) {
  const dir = resolve(terminal.cwd, flags.text("dir") ?? ".");
  const files = await inFormat(blueprintFiles(chosen, answersOf(flags)), flags.text("format") ?? "ts");
  await refuseUnusable(files);
  await writeFiles(dir, files, flags.on("force"));
  terminal.out(written(relative(terminal.cwd, dir), files));
  const ownRule = flags.text("email") === undefined ? "First put your own e-mail rule into accountEmail. " : "";
  terminal.err(`\n${ownRule}Then rehearse it without an AWS account:\n\n  landfall apply --local${inDir(terminal.cwd, dir)}\n`);
  return "done" as const;
}

function answersOf(flags: Flags): Answers {
  const homeRegion = flags.text("homeRegion") ?? DEFAULT_ANSWERS.homeRegion;
  const regions = flags.list("region");
  // Services without a Region of their own work from one Region of the partition.
  const globalRegion = partitionOfRegion(homeRegion)?.organizationsRegion ?? homeRegion;
  const governed = regions.length === 0 ? [homeRegion, globalRegion] : [homeRegion, ...regions];
  return {
    name: flags.text("name") ?? DEFAULT_ANSWERS.name,
    accountEmail: flags.text("email") ?? DEFAULT_ANSWERS.accountEmail,
    homeRegion,
    regions: [...new Set(governed)],
    service: flags.text("service"),
  };
}

function known(name: string): Blueprint {
  const found = blueprint(name);
  if (found !== undefined) return found;
  const suggestion = nearest(name, BLUEPRINTS.map((candidate) => candidate.name));
  throw new LandfallError({ code: "LF9004", severity: "error", summary: `There is no blueprint ${name}.`, suggestion }, "usage");
}

const alone = (what: string, flag: string): LandfallError =>
  new LandfallError({ code: "LF9001", severity: "error", summary: `${what} has no effect without ${flag}.`, fix: `Add ${flag}, or leave it out.` }, "usage");

const noSource = (): LandfallError =>
  new LandfallError(
    {
      code: "LF9001",
      severity: "error",
      summary: "init needs to know what to start from: --blueprint, --from or --from-aws.",
      fix: `For example:\n\n${BLUEPRINTS.map(({ name }) => `  landfall init --blueprint ${name}`).join("\n")}`,
    },
    "usage",
  );
