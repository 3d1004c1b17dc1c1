import { explainAwsError } from "../../aws/index.ts";
import { inspectRole, ROLE_NAMES, roleSpec } from "../../bootstrap/index.ts";
import type { DoctorScope } from "../scope.ts";
import { type Check, type Finding, ok, skip, warn } from "../check.ts";

/** Only these two are let into member accounts. */
const MAY_ENTER = /:assumed-role\/(?:landfall-plan|landfall-apply)\//;
/** So many accounts are looked into: enough to see whether the role was rolled out. */
const LOOKED_INTO = 3;

/** The member role can be entered in some accounts, and is as it should be there. */
export const memberRole: Check = {
  name: "member role",
  needs: ["organization"],
  async run(scope) {
    if (!MAY_ENTER.test((await scope.caller()).arn)) return [skip("not tried: only landfall-plan and landfall-apply are let into member accounts", "Name one of them with --role.")];
    const owner = (await scope.organization())?.MasterAccountId;
    const { Accounts = [] } = await (await scope.aws.organizations()).listAccounts({ NextToken: undefined });
    const members = Accounts.filter(({ Id, State, Status }) => Id !== owner && (State ?? Status) === "ACTIVE").slice(0, LOOKED_INTO);
    if (members.length === 0) return [skip("there is no active member account")];
    const findings = await Promise.all(members.map(({ Id = "", Name = "" }) => lookInto(scope, Id, `${Name} (${Id})`)));
    const bad = findings.filter(({ status }) => status !== "ok");
    return bad.length > 0 ? bad : [ok(`${ROLE_NAMES.member} is as it should be in ${members.length === 1 ? "one account" : `${members.length} accounts`} that were looked into`)];
  },
};

async function lookInto(scope: DoctorScope, id: string, named: string): Promise<Finding> {
  const place = await scope.place();
  const fix = "Roll it out:\nlandfall bootstrap --only member --format cloudformation";
  try {
    const { found, drift } = await inspectRole(scope.aws.as(`arn:${place.partition}:iam::${id}:role/${ROLE_NAMES.member}`), roleSpec("member", place));
    if (found === undefined) return warn(`${ROLE_NAMES.member} is not in ${named}`, fix);
    return drift.length === 0 ? ok(named) : warn(`${ROLE_NAMES.member} in ${named} ${drift.map(({ text }) => text).join("; ")}`, fix);
  } catch (error) {
    const explained = explainAwsError(error);
    if (explained === undefined) throw error;
    return warn(`${named} cannot be entered as ${ROLE_NAMES.member}`, fix);
  }
}
