import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { FaultSpec } from "../../emulator/index.ts";
import { type Observation, statementsOf } from "../../inventory/index.ts";
import type { Rehearsal } from "../../rehearse/index.ts";
import { count, planHuman } from "../../report/index.ts";
import { openSession, telling } from "../aws-session.ts";
import type { Command, Invocation } from "../command.ts";
import { AWS_FLAGS } from "../flags.ts";
import { readOrganizationFile } from "../organization-file.ts";
import { declared, planAgainst, usable } from "../planning.ts";

export const rehearseCommand: Command = {
  name: "rehearse",
  summary: "Run the plan on a throw-away copy of the organization, and see what would fail.",
  description: "Reads AWS, builds a copy on the embedded AWS, carries the plan out there and plans again. Nothing real is touched, and read access is enough.",
  flags: [
    { flags: "--fault <spec>", description: "trouble to bring, for example throttle@0.2 or lost-response/CreateAccount@x1", group: "What", repeat: true },
    { flags: "--seed <text>", description: "makes trouble repeatable; default: rehearsal", group: "What" },
    ...AWS_FLAGS,
  ],
  examples: [
    { command: "landfall rehearse", says: "what would happen to the organization the credentials belong to" },
    { command: "landfall rehearse --fault lost-response@0.1 --fault throttle@0.2", says: "the same with a bad day at AWS" },
  ],
  async run(invocation) {
    const { flags, terminal } = invocation;
    const { parseFault } = await import("../../emulator/index.ts");
    const { rehearse } = await import("../../rehearse/index.ts");
    const faults = flags.list("fault").map(parseFault);
    const checked = await readOrganizationFile(flags, terminal);
    const organization = usable(checked);
    const desired = declared(organization, []);
    const statements = statementsOf(organization);
    const session = await openSession({ flags, homeRegion: organization.homeRegion, projectDir: checked.projectDir, env: terminal.env, emit: telling(terminal) });
    const { name, homeRegion } = organization;
    let observation: Observation;
    try {
      ({ observation } = await planAgainst(session.aws, { name, desired, statements, exclude: [], findings: [] }));
    } finally {
      await session.close();
    }
    const seed = flags.text("seed") ?? "rehearsal";
    const done = await rehearse({ name, homeRegion, desired, statements, observation, faults, seed, emit: () => {} });
    return tell(done, faults, invocation);
  },
};

function tell(done: Rehearsal, faults: readonly FaultSpec[], { terminal }: Invocation): ExitReason {
  const { outStyle } = terminal;
  terminal.out(planHuman(done.plan, outStyle, { command: "landfall rehearse", next: undefined }));
  for (const what of done.notCopied) terminal.err(`Not copied: ${what}\n`);
  const last = done.resumed ?? done.result;
  if (done.resumed !== undefined) terminal.err(`With the trouble, ${count(done.result.failed.length, "change")} failed; the next run went on from there.\n`);
  const failures = last.failed.flatMap(({ diagnostics }) => diagnostics);
  if (failures.length > 0) throw new LandfallError(failures, "failed");
  if (done.after.changes.length > 0) {
    terminal.out(`\n${planHuman(done.after, outStyle, { command: "landfall plan, after the rehearsal", next: undefined })}`);
    terminal.err(`\n${count(done.after.changes.length, "change")} would be left to make after the plan was carried out.\n`);
    return "failed";
  }
  terminal.out(`\n${verdict(done, faults)}`);
  return "done";
}

function verdict({ result, resumed }: Rehearsal, faults: readonly FaultSpec[]): string {
  const made = result.done.length + (resumed?.done.length ?? 0);
  const trouble = faults.length === 0 ? "" : ", the trouble included";
  return `Rehearsed on a copy${trouble}: ${count(made, "change")} made, none failed${resumed === undefined ? "" : " in the end"}, and the next plan is empty.\n`;
}
