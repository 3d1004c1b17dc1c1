import { type Emit, type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { type FaultSpec, parseFault } from "../../emulator/index.ts";
import { statementsOf } from "../../inventory/index.ts";
import { type Rehearsal, rehearse } from "../../rehearse/index.ts";
import { count, eventLine, listing, planHuman } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { declared, planAgainst, type Planned, usable } from "../planning.ts";
import { rehearsalJson } from "../rehearsal-json.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const faults = flags.list("fault").map(parseFault);
  const checked = await readOrganizationFile(flags, terminal);
  const organization = usable(checked);
  const statements = statementsOf(organization);
  const session = await openSession({ flags, homeRegion: organization.homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  const { name, homeRegion } = organization;
  let planned: Planned;
  try {
    planned = await planAgainst(session.aws, { name, folder: checked.folder, desired: declared(organization, []), statements, exclude: [], findings: [] });
  } finally {
    await session.close();
  }
  const seed = flags.text("seed") ?? "rehearsal";
  const { desired, observation } = planned;
  const events = flags.text("format") === "ndjson";
  const emit: Emit = (event) => void (events && terminal.out(eventLine(event, TOOL, Date.now())));
  const done = await rehearse({ name, homeRegion, desired, statements, observation, faults, seed, emit });
  if (events) emit({ name: "note", text: isClean(done) ? verdict(done, faults).trimEnd() : "The rehearsal found trouble." });
  if (flags.text("format") === "json") terminal.out(rehearsalJson(done));
  return tell(done, faults, invocation);
}

/** Whether all was made, nothing is left to do, and nothing was let through on the way. */
const isClean = ({ result, resumed, after, gaps }: Rehearsal): boolean => (resumed ?? result).failed.length === 0 && after.changes.length === 0 && gaps.length === 0;

function tell(done: Rehearsal, faults: readonly FaultSpec[], { flags, terminal }: Invocation): ExitReason {
  const { outStyle } = terminal;
  // A program has read the answer; what is wrong is told on standard error all the same.
  const out = (flags.text("format") ?? "human") === "human" ? (text: string): void => terminal.out(text) : (): void => {};
  out(planHuman(done.plan, outStyle, { command: "landfall rehearse", next: undefined }));
  for (const what of done.notCopied) terminal.err(`Not copied: ${what}\n`);
  const last = done.resumed ?? done.result;
  if (done.resumed !== undefined) terminal.err(`With the trouble, ${count(done.result.failed.length, "change")} failed; the next run went on from there.\n`);
  const failures = last.failed.flatMap(({ diagnostics }) => diagnostics);
  if (failures.length > 0) throw new LandfallError(failures, "failed");
  if (done.after.changes.length > 0) {
    out(`\n${planHuman(done.after, outStyle, { command: "landfall plan, after the rehearsal", next: undefined })}`);
    terminal.err(`\n${count(done.after.changes.length, "change")} would be left to make after the plan was carried out.\n`);
    return "failed";
  }
  if (done.gaps.length > 0) {
    terminal.err(`\n${done.gaps.map(gapLine).join("")}\n${count(done.gaps.length, "time")} something was let through on the way that is denied before and after. Please report it: the order of steps is landfall's to keep.\n`);
    return "failed";
  }
  out(`\n${verdict(done, faults)}`);
  return "done";
}

const gapLine = ({ after, accountId, requests }: Rehearsal["gaps"][number]): string => `After ${after}, account ${accountId} is let do ${listing(requests, 3)}.\n`;

function verdict({ result, resumed, looks }: Rehearsal, faults: readonly FaultSpec[]): string {
  const made = result.done.length + (resumed?.done.length ?? 0);
  const trouble = faults.length === 0 ? "" : ", the trouble included";
  return `Rehearsed on a copy${trouble}: ${count(made, "change")} made, none failed${resumed === undefined ? "" : " in the end"}, and the next plan is empty.${looks === 0 ? "" : ` After each of ${count(looks, "call")} that bears on access, no account was let do what is denied before and after.`}\n`;
}
