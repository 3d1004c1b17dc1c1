import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { exampleResource } from "../../access/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { askEmulator, type Tried, type TryQuestion } from "../../emulator/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { trialOf } from "../../rehearse/index.ts";
import { tryHuman, tryJson } from "../../report/index.ts";
import { askedAction, type AskedAction, askedContext, askedResource } from "../access-question.ts";
import { LOCAL_SPEED } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { endpointOf } from "../endpoint.ts";
import type { Flags } from "../flags.ts";
import { FOLDER } from "../folder.ts";
import { fileIfAny } from "../home-region.ts";
import { observed } from "../observed.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { usable } from "../planning.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [typed = "", typedResource], flags, terminal } = invocation;
  const asked = await askedAction(typed, flags);
  const question = questionOf(asked, askedResource(typedResource), flags);
  const { tried, where } = await answered(question, invocation);
  const [prefix = ""] = asked.action.split(":");
  const screen = { ...tried, service: (await loadCatalog()).service(prefix)?.name ?? prefix, where };
  terminal.out(flags.text("format") === "json" ? tryJson(screen, TOOL) : tryHuman(screen, terminal.outStyle));
  const { outcome } = tried.explanation.decision;
  const answer = outcome === "allowed" ? "allow" : outcome === "unknown" ? "unknown" : "deny";
  const expected = flags.text("expect");
  if (expected === undefined || expected === answer) return "done";
  terminal.note(`\nExpected ${expected}; the answer is ${answer}.\n`);
  return "expectation";
}

const DEFAULT_REGION = "us-east-1";

function questionOf({ action, facts }: AskedAction, resource: string | undefined, flags: Flags): TryQuestion {
  const given = Object.entries(askedContext(flags)).map(([key, value]) => [key, [value ?? []].flat()] as const);
  const context = Object.fromEntries(given);
  const region = given.find(([key]) => key.toLowerCase() === "aws:requestedregion")?.[1][0];
  // The embedded AWS puts the account's id there, once it has found the account.
  const example = facts && exampleResource({ partition: "aws", homeRegion: DEFAULT_REGION }, facts, { id: "${Account}" }, region);
  const keys = facts === undefined ? [] : [...facts.conditionKeys, ...facts.resourceTypes.flatMap(({ type, conditionKeys }) => [...conditionKeys, ...type.conditionKeys])];
  return {
    account: needed(flags, "in", "account"),
    as: needed(flags, "as", "role"),
    action,
    ...(resource === undefined ? { example } : { resource }),
    owner: flags.text("resourceAccount"),
    region,
    context,
    mayHave: keys.map(({ key }) => key.replace(/\/\$\{.*$/, "/*")),
  };
}

function needed(flags: Flags, name: string, what: string): string {
  const value = flags.text(name);
  if (value !== undefined) return value;
  throw new LandfallError({ code: "LF9004", severity: "error", summary: `It is not said as whom: --${name} is missing.`, fix: `Name the ${what}:\n\n  landfall try --as ROLE --in ACCOUNT s3:PutBucketPolicy` }, "usage");
}

interface Answered {
  readonly tried: Tried;
  /** Which embedded AWS was asked. */
  readonly where: string;
}

async function answered(question: TryQuestion, invocation: Invocation): Promise<Answered> {
  const { flags, terminal } = invocation;
  if (flags.on("copy")) return onCopy(question, invocation);
  const url = flags.on("local") ? undefined : endpointOf(flags, terminal.env);
  if (!flags.on("local")) {
    if (url === undefined) throw notHere("No embedded AWS is named");
    if (flags.text("role") !== undefined) throw apart("--role", "an embedded AWS");
    return { tried: await askEmulator({ url, profile: flags.text("profile") }, question), where: `the embedded AWS at ${url}` };
  }
  const other = ["profile", "role", "endpointUrl"].find((name) => flags.text(name) !== undefined);
  if (other !== undefined) throw apart("--local", other === "endpointUrl" ? "--endpoint-url" : `--${other}`);
  return locally(question, invocation);
}

async function locally(question: TryQuestion, { flags, terminal }: Invocation): Promise<Answered> {
  const folder = (await fileIfAny(flags, terminal))?.folder ?? join(terminal.cwd, FOLDER);
  const dir = join(folder, "local");
  const where = relative(terminal.cwd, dir);
  if (!existsSync(dir)) throw notHere(`There is no rehearsal in ${where}`);
  const { openEmulator, scaledClock } = await import("../../emulator/index.ts");
  const emulator = await openEmulator({ dir, clock: scaledClock(LOCAL_SPEED) });
  try {
    return { tried: await emulator.tryAction(question), where: `the embedded AWS at ${where}` };
  } finally {
    await emulator.close();
  }
}

/** The copy is of whatever the other flags say: AWS, another endpoint, or the rehearsal. */
async function onCopy(question: TryQuestion, invocation: Invocation): Promise<Answered> {
  const checked = await readOrganizationFile(invocation.flags, invocation.terminal);
  const observation = await observed(invocation, checked);
  const trial = await trialOf(observation, usable(checked).homeRegion);
  try {
    for (const what of trial.notCopied) invocation.terminal.err(`Not copied: ${what}\n`);
    return { tried: await trial.ask(question), where: "a copy of the organization" };
  } finally {
    await trial.close();
  }
}

const apart = (one: string, other: string): LandfallError =>
  new LandfallError({ code: "LF9001", severity: "error", summary: `${one} and ${other} do not go together.`, fix: "Leave out one of them." }, "usage");

const notHere = (what: string): LandfallError =>
  new LandfallError({ code: "LF8012", severity: "error", summary: `${what}, and AWS itself cannot be asked without doing it.`, fix: "Rehearse the organization first, or start an embedded AWS and export what it prints:\n\n  landfall apply --local\n  landfall emulator" }, "usage");
