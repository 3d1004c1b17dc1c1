import { desiredOf, listRuns, readRun, type RunRecord } from "../../apply/index.ts";
import { discover } from "../../config/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import type { Observation } from "../../inventory/index.ts";
import { restrictTo, wayBack } from "../../plan/index.ts";
import { cleanText, count } from "../../report/index.ts";
import type { Reading } from "../../resources/index.ts";
import { openSession } from "../aws-session.ts";
import { carryOut } from "../carry-out.ts";
import type { Invocation } from "../command.ts";
import { folderOf } from "../folder.ts";
import { NOBODY_KNOWN } from "../judged-plan.ts";
import { planAgainst } from "../planning.ts";
import { startProgress } from "../progress-view.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [run], flags, terminal } = invocation;
  const { file } = discover({ flag: flags.text("config"), cwd: terminal.cwd, env: terminal.env });
  const folder = folderOf(file);
  if (run !== undefined) return goBack(invocation, await readRun(folder, run), folder);
  const runs = await listRuns(folder);
  terminal.out(runs.length === 0 ? "No run of this project is on record.\n" : runs.map(line).join(""));
  return "done";
}

const line = ({ run, startedAt, plan }: RunRecord): string => `${run}  ${startedAt}  ${cleanText(plan.organization.name)}  ${count(plan.changes.length, "change")}\n`;

async function goBack(invocation: Invocation, record: RunRecord, folder: string) {
  const { flags, terminal } = invocation;
  const { name, homeRegion } = record.plan.organization;
  const { desired, statements, touched, irreversible } = wayBack(record.plan, desiredOf(record), record.lost);
  const view = startProgress(flags, terminal);
  const session = await openSession({ flags, homeRegion, folder, terminal, emit: view.emit });
  view.start(session.aws.clock);
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    if (irreversible.length > 0) terminal.err(`Stays as it is:\n${irreversible.map(({ address, why }) => `  ${cleanText(address)}: ${why}\n`).join("")}\n`);
    const replan = async (reading?: Reading) => {
      const planned = await planAgainst(session.aws, { name, folder, desired, packed: true, statements, exclude: [], findings: [], reading, people: NOBODY_KNOWN });
      refuseOther(record, session.where, planned.observation);
      return { ...planned, plan: restrictTo(planned.plan, touched) };
    };
    return await carryOut({ command: `landfall undo ${record.run}`, file: `run ${record.run}`, folder, whole: false, replan }, invocation, session, view);
  } finally {
    view.close();
    await session.close();
  }
}

/** A run is taken back only where it was made: another organization may have things of the same names. */
function refuseOther({ run, where, plan }: RunRecord, here: string, observation: Observation): void {
  const { id, managementAccountId } = plan.organization;
  const isSame = where === here && managementAccountId === observation.managementAccountId && (id === undefined || id === observation.organizationId);
  if (isSame) return;
  throw new LandfallError(
    {
      code: "LF5008",
      severity: "error",
      summary: `Run ${run} changed organization ${id ?? "of account"} ${managementAccountId} at ${where}; this is ${observation.organizationId ?? "account"} ${observation.managementAccountId} at ${here}.`,
      fix: "Use the credentials, the endpoint or the --local with which the run was made.",
    },
    "refused",
  );
}
