import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { desiredOf, type RunRecord } from "../../src/apply/index.ts";
import type { Aws } from "../../src/aws/index.ts";
import { carryOut } from "../../src/cli/carry-out.ts";
import { Flags } from "../../src/cli/flags.ts";
import { declared, planAgainst, type Planned } from "../../src/cli/planning.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { statementsOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Plan, restrictTo, wayBack } from "../../src/plan/index.ts";
import type { Reading } from "../../src/resources/index.ts";
import { type Gate, OPEN, type Stage } from "../properties/kit/stage.ts";

const listeners = process.getMaxListeners();
/** A program that was killed never takes its signal handlers off. */
beforeAll(() => void process.setMaxListeners(0));
afterAll(() => void process.setMaxListeners(listeners));

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
export const emptyFolder = (): string => {
  folders.push(mkdtempSync(path.join(tmpdir(), "landfall-kill-")));
  return folders.at(-1) ?? "";
};

/** A run of the program, as somebody starts it in a folder. */
export interface Program {
  readonly stage: Stage;
  readonly organization: Organization;
  readonly folder: string;
  readonly gate?: Gate;
  readonly approved?: Plan;
  readonly exclude?: readonly string[];
  /** A run that is taken back, instead of anything else. */
  readonly undo?: RunRecord;
}

/** `landfall apply --yes`, with every danger confirmed. */
export async function program({ stage, organization, folder, gate = OPEN, approved, exclude = [], undo }: Program): Promise<{ reason: string; said: string }> {
  const line = stage.take(gate);
  let said = "";
  const say = (text: string): void => void (said += text);
  const style = { width: 100, color: false, unicode: true };
  const terminal: Terminal = { out: () => {}, err: say, note: say, detail: () => {}, voice: "normal", automated: true, outStyle: style, errStyle: style, interactive: false, live: false, screen: { write: say, columns: 100, rows: 24 }, ask: async () => "", answer: async () => undefined, cwd: folder, env: {} };
  const confirm = ["ou:Old", "ou:Apps/SDLC", "ou:Workloads/SDLC", "attachment:scp/deny-leave>root", "policy:scp/p", "policy:scp/q"];
  const invocation = { args: [], commands: [], flags: new Flags({ yes: true, confirm }), terminal };
  const view = { emit: () => {}, machine: false, start: () => {}, note: say, fail: (all: readonly { summary: string }[]) => say(all.map(({ summary }) => summary).join("\n")), close: () => {} };
  const session = { aws: line.aws, where: "local", close: async () => {} };
  const replan = (reading?: Reading) => (undo === undefined ? planned(line.aws, organization, folder, exclude, reading) : plannedBack(line.aws, undo, folder, reading));
  const reason = await carryOut({ command: "landfall apply", file: "x", folder, whole: undo === undefined, approved, replan }, invocation, session, view);
  stage.giveBack(line);
  return { reason, said };
}

/** The plan of whoever starts in a folder. */
export const planned = (aws: Aws, organization: Organization, folder: string, exclude: readonly string[] = [], reading?: Reading) =>
  planAgainst(aws, { name: organization.name, folder, desired: declared(organization, exclude), statements: statementsOf(organization), exclude, findings: [], reading });

/** The plan that takes a run back. */
async function plannedBack(aws: Aws, record: RunRecord, folder: string, reading?: Reading): Promise<Planned> {
  const { desired, statements, touched } = wayBack(record.plan, desiredOf(record), record.lost);
  const all = await planAgainst(aws, { name: record.plan.organization.name, folder, desired, packed: true, statements, exclude: [], findings: [], reading });
  return { ...all, plan: restrictTo(all.plan, touched) };
}
