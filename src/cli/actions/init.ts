import { relative, resolve } from "node:path";
import { type Answers, type Blueprint, blueprintFiles, DEFAULT_ANSWERS } from "../../blueprints/index.ts";
import type { ExitReason } from "../../diagnostics/index.ts";
import { partitionOfRegion } from "../../ids/index.ts";
import { blueprintNamed, choicesOf } from "../blueprint-choices.ts";
import type { Invocation } from "../command.ts";
import { inFormat, refuseUnusable } from "../file-format.ts";
import type { Flags } from "../flags.ts";
import { initSource } from "../init-source.ts";
import { type FileToWrite, inDir, writeFiles, written } from "../write-files.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [path], flags } = invocation;
  const source = initSource(flags, path);
  if (source === "aws") return (await import("./init-aws.ts")).initFromAws(invocation);
  if (source === "files") return (await import("./init-import.ts")).importInto(invocation, path);
  return source === "questions" ? interview(invocation) : fromBlueprint(invocation, blueprintNamed(flags.text("blueprint") ?? ""));
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
