import { relative, resolve } from "node:path";
import { type Answers, type Blueprint, blueprintFiles, DEFAULT_ANSWERS } from "../../blueprints/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { partitionOfRegion } from "../../ids/index.ts";
import { blueprintNamed, choicesOf } from "../blueprint-choices.ts";
import type { Invocation } from "../command.ts";
import { inFormat, refuseUnusable } from "../file-format.ts";
import type { Flags } from "../flags.ts";
import { type FileToWrite, inDir, writeFiles, written } from "../write-files.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [source], flags } = invocation;
  const idle = ["with", "grownFrom"].find((flag) => flags.raw(flag) !== undefined && flags.text("blueprint") === undefined);
  if (idle !== undefined) throw alone(idle === "with" ? "--with" : "--grown-from", "--blueprint");
  if (flags.on("fromAws")) return (await import("./init-aws.ts")).initFromAws(invocation);
  if (flags.text("from") !== undefined) return (await import("./init-import.ts")).importInto(invocation, source);
  if (source !== undefined) throw alone("A folder to read", "--from");
  const name = flags.text("blueprint");
  if (name === undefined) return interview(invocation);
  return fromBlueprint(invocation, blueprintNamed(name));
}

async function interview(invocation: Invocation): Promise<ExitReason> {
  const { initByInterview, nobodyToAsk } = await import("./init-interview.ts");
  if (!invocation.terminal.interactive) throw nobodyToAsk();
  return initByInterview(invocation, (files) => writeAndTell(invocation, files, ""));
}

async function fromBlueprint(invocation: Invocation, chosen: Blueprint): Promise<ExitReason> {
  const { flags } = invocation;
  const files = await inFormat(blueprintFiles(chosen, answersOf(flags), choicesOf(flags, chosen)), flags.text("format") ?? "ts");
  await refuseUnusable(files);
  return writeAndTell(invocation, files, flags.text("email") === undefined ? "First put your own e-mail rule into accountEmail. " : "");
}

/** Writes the files, says which, and what comes next. */
async function writeAndTell({ flags, terminal }: Invocation, files: readonly FileToWrite[], first: string): Promise<ExitReason> {
  const dir = resolve(terminal.cwd, flags.text("dir") ?? ".");
  await writeFiles(dir, files, flags.on("force"));
  terminal.out(written(relative(terminal.cwd, dir), files));
  terminal.note(`\n${first}${first === "" ? "Now" : "Then"} rehearse it without an AWS account:\n\n  landfall apply --local${inDir(terminal.cwd, dir)}\n`);
  return "done";
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
    // A year from now at most, so that somebody looks again.
    exceptionsUntil: `${new Date().getFullYear() + 1}-12-31`,
  };
}

const alone = (what: string, flag: string): LandfallError =>
  new LandfallError({ code: "LF9001", severity: "error", summary: `${what} has no effect without ${flag}.`, fix: `Add ${flag}, or leave it out.` }, "usage");
