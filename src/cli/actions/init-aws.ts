import { join, relative, resolve } from "node:path";
import { printOrganization } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { nameOfAddress } from "../../ids/index.ts";
import { declareObserved } from "../../import/index.ts";
import type { ControlTower, Observation } from "../../inventory/index.ts";
import { cleanText, count, wrap } from "../../report/index.ts";
import { observe } from "../../resources/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { FOLDER } from "../folder.ts";
import { inDir, writeFiles, written } from "../write-files.ts";

/**
 * Writes down the organization that the credentials belong to; the first plan of the result is empty. What Control Tower
 * governs is told, and with `--from control-tower` it must govern something.
 */
export async function initFromAws({ flags, terminal }: Invocation): Promise<ExitReason> {
  const dir = resolve(terminal.cwd, flags.text("dir") ?? ".");
  const homeRegion = flags.text("homeRegion") ?? terminal.env["AWS_REGION"] ?? terminal.env["AWS_DEFAULT_REGION"];
  if (homeRegion === undefined) throw noRegion();
  const session = await openSession({ flags, homeRegion, folder: join(terminal.cwd, FOLDER), terminal, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const observation = await observe(session.aws, { desired: new Map(), all: flags.on("contacts") });
    const { organizationId } = observation;
    if (organizationId === undefined) throw noOrganization(observation.managementAccountId);
    const { controlTower } = observation;
    if (flags.text("from") === "control-tower" && controlTower === undefined) throw noControlTower(organizationId);
    const regions = [...new Set([homeRegion, ...flags.list("region")])];
    const { organization, files } = declareObserved(observation, { name: flags.text("name") ?? organizationId, homeRegion, regions });
    const format = (flags.text("format") ?? "ts") as "ts" | "json" | "yaml";
    const header = `The organization ${organizationId} as AWS had it. landfall watches what it did not make: it changes that\nwhen this file says so, and never removes it.${controlTower === undefined ? "" : `\n\n${governedText(controlTower)}`}`;
    const all = [{ path: `landfall.config.${format}`, text: printOrganization(organization, { format, header }) }, ...files];
    await writeFiles(dir, all, flags.on("force"));
    terminal.out(written(relative(terminal.cwd, dir), all));
    const things = [...observation.items.values()].map(({ item }) => item.kind);
    const of = (kind: string): number => things.filter((thing) => thing === kind).length;
    if (controlTower !== undefined) terminal.note(`\n${leftTo(observation, terminal.errStyle.width)}`);
    terminal.note(`\n${count(of("ou"), "OU")} and ${count(of("account"), "account")} were written down. The first plan is empty:\n\n  landfall plan${flags.on("local") ? " --local" : ""}${inDir(terminal.cwd, dir)}\n`);
    return "done";
  } finally {
    await session.close();
  }
}

/** For the head of the file: which of its OUs are Control Tower's to change. */
function governedText({ registered }: ControlTower): string {
  const paths = [...registered].map(nameOfAddress).toSorted();
  const which = paths.length === 0 ? "" : ` OUs that are registered with it: ${paths.join(", ")}.`;
  return `Control Tower governs this organization.${which}\nIts own policies and access are not written here. landfall changes nothing of them, and moves no account in or out of a registered OU.`;
}

/** What was seen of Control Tower and is watched: nothing of it is in the file. */
function leftTo({ items, controlTower, notRead }: Observation, width: number): string {
  const its = [...items.values()].filter(({ owner }) => owner === "control-tower").length;
  const unread = notRead.filter((what) => what.startsWith("Control Tower")).map((what) => `Not read: ${cleanText(what)}`);
  const told = [`Control Tower governs ${count(controlTower?.registered.size ?? 0, "OU")} here. ${count(its, "thing")} of its own ${its === 1 ? "is" : "are"} watched and not changed:`, ...unread];
  return `${told.flatMap((line) => wrap(line, width)).join("\n")}\n\n  landfall plan --full\n`;
}

const noControlTower = (organizationId: string): LandfallError =>
  new LandfallError(
    {
      code: "LF7009",
      severity: "error",
      summary: `Control Tower does not govern the organization ${organizationId}.`,
      detail: "It has no access to the organization, and no OU has a policy of its controls.",
      fix: "Write the organization down as it is:\n\n  landfall init --from-aws",
    },
    "failed",
  );

const noRegion = (): LandfallError =>
  new LandfallError(
    {
      code: "LF9007",
      severity: "error",
      summary: "The home Region is not known.",
      detail: "landfall keeps its lock there, so every file about the organization must name the same one.",
      fix: "Name it with --home-region, for example --home-region eu-west-1.",
    },
    "usage",
  );

const noOrganization = (accountId: string): LandfallError =>
  new LandfallError(
    {
      code: "LF7008",
      severity: "error",
      summary: `Account ${accountId} is in no organization, so there is nothing to write down.`,
      fix: "Start from a blueprint instead:\n\n  landfall init --blueprint smb-starter",
    },
    "failed",
  );
