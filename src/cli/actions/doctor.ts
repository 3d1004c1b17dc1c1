import { join } from "node:path";
import manifest from "../../../package.json" with { type: "json" };
import type { Aws } from "../../aws/index.ts";
import { placeOf, type RoleKind, roleSpec } from "../../bootstrap/index.ts";
import { type DoctorInput, examine } from "../../doctor/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { doctorHuman, doctorJson } from "../../report/index.ts";
import { type AwsSession, openSession, telling } from "../aws-session.ts";
import type { Invocation } from "../command.ts";
import { inContext } from "../context.ts";
import { FOLDER } from "../folder.ts";
import { homeRegionOf } from "../home-region.ts";
import { type CheckedFile, readOrganizationFile } from "../organization-file.ts";
import { settingsOf } from "../settings.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { flags, terminal } = invocation;
  const { checked, problem } = await fileOf(invocation);
  const homeRegion = homeRegionOf(flags, terminal, checked);
  const folder = checked?.folder ?? join(terminal.cwd, FOLDER);
  const session: AwsSession | undefined = homeRegion === undefined ? undefined : await openSession({ flags, homeRegion, folder, terminal, emit: telling(terminal) });
  try {
    const policy = flags.text("printPolicy");
    if (policy !== undefined) return await printPolicy(policy, session?.aws, invocation);
    if (session?.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const input: DoctorInput = {
      node: { version: process.versions.node, required: manifest.engines.node.replace(">=", "") },
      file: checked === undefined ? undefined : { ...checked, name: checked.file },
      fileProblem: problem?.diagnostics[0],
      aws: session?.aws,
      settings: settingsOf(flags, terminal, checked),
    };
    const examination = await examine(input);
    if (flags.text("format") === "json") terminal.out(doctorJson(examination, TOOL));
    else {
      const about = [checked?.organization?.name ?? "no organization file", homeRegion ?? "no Region", session?.where ?? ""].join("  ").trim();
      const checks = examination.checks.map(({ check, findings }) => ({ check, findings: findings.map((finding) => ({ ...finding, fix: finding.fix === undefined ? undefined : inContext(`\n ${finding.fix}`, flags).trim() })) }));
      terminal.out(doctorHuman({ ...examination, checks }, terminal.outStyle, about));
    }
    return examination.reason;
  } finally {
    await session?.close();
  }
}

/** The file, or why there is none that could be read: for the doctor that is a finding, not the end. */
async function fileOf({ flags, terminal }: Invocation): Promise<{ checked?: CheckedFile; problem?: LandfallError }> {
  try {
    return { checked: await readOrganizationFile(flags, terminal) };
  } catch (error) {
    if (error instanceof LandfallError) return { problem: error };
    throw error;
  }
}

const KINDS: Readonly<Record<string, RoleKind>> = { read: "plan", write: "apply", member: "member" };

async function printPolicy(name: string, aws: Aws | undefined, { flags, terminal }: Invocation): Promise<ExitReason> {
  if (flags.text("format") !== undefined) throw new LandfallError({ code: "LF9001", severity: "error", summary: "--print-policy and --format do not go together.", fix: "Leave out --format: a policy is JSON." }, "usage");
  if (aws === undefined) throw new LandfallError({ code: "LF9007", severity: "error", summary: "The home Region is not known.", fix: "Name it with --home-region, for example --home-region eu-west-1." }, "usage");
  const { Account = "" } = await (await aws.sts()).getCallerIdentity({});
  const organization = await (await aws.organizations()).describeOrganization({}).then(
    ({ Organization }) => Organization,
    () => undefined,
  );
  // Whoever may not even ask for the organization gets a policy that reaches whichever one the account has.
  const place = placeOf({ managementAccountId: organization?.MasterAccountId ?? Account, organizationId: organization?.Id, homeRegion: aws.homeRegion });
  terminal.out(`${JSON.stringify(roleSpec(KINDS[name] ?? "plan", place).policy, undefined, 2)}\n`);
  return "done";
}
