import { type Aws, explainAwsError } from "../aws/index.ts";
import { ensureRole, type RoleSpec } from "../bootstrap/index.ts";
import { type Diagnostic, type ExitReason, LandfallError } from "../diagnostics/index.ts";
import { partitionOfRegion } from "../ids/index.ts";
import { count, diagnosticsHuman } from "../report/index.ts";
import type { Invocation } from "./command.ts";

/** The role that AWS puts into accounts it creates. */
const ACCESS_ROLE = "OrganizationAccountAccessRole";

/** Makes the member role in accounts, one after the other, and goes on where one cannot be entered. */
export async function createInMembers(aws: Aws, spec: RoleSpec, accounts: readonly string[], { flags, terminal }: Invocation): Promise<ExitReason> {
  const members = accounts.includes("all") ? await activeMembers(aws) : accounts.map((id) => ({ id, name: id }));
  const accessRole = flags.text("accessRole") ?? ACCESS_ROLE;
  const partition = partitionOfRegion(aws.homeRegion)?.partition ?? "aws";
  const failures: Diagnostic[] = [];
  for (const { id, name } of members) {
    try {
      const done = await ensureRole(aws.as(`arn:${partition}:iam::${id}:role/${accessRole}`), spec);
      terminal.out(`${done}  ${spec.name} in ${name === id ? id : `${name} (${id})`}\n`);
    } catch (error) {
      const explained = explainAwsError(error);
      if (explained === undefined) throw error;
      failures.push(...explained.diagnostics.map((diagnostic) => ({ ...diagnostic, summary: `${name}: ${diagnostic.summary}` })));
    }
  }
  if (failures.length === 0) return "done";
  terminal.err(`\n${diagnosticsHuman(failures, terminal.errStyle, { counts: false })}\n${count(failures.length, "account")} of ${members.length} did not get the role.\n`);
  return "failed";
}

async function activeMembers(aws: Aws): Promise<{ id: string; name: string }[]> {
  const organizations = await aws.organizations();
  const { Organization } = await organizations.describeOrganization({});
  const members: { id: string; name: string }[] = [];
  let NextToken: string | undefined;
  do {
    const page = await organizations.listAccounts({ NextToken });
    members.push(...(page.Accounts ?? []).flatMap(({ Id = "", Name = "", State, Status }) => ((State ?? Status) === "ACTIVE" && Id !== Organization?.MasterAccountId ? [{ id: Id, name: Name }] : [])));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  if (members.length > 0) return members;
  throw new LandfallError({ code: "LF9004", severity: "error", summary: "The organization has no active member account.", fix: "Leave out --account until there is one." }, "usage");
}
