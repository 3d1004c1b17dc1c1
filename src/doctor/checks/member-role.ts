import { explainAwsError } from "../../aws/index.ts";
import { inspectRole, ROLE_NAMES, roleSpec } from "../../bootstrap/index.ts";
import { type Member, someMembers } from "../members.ts";
import type { DoctorScope } from "../scope.ts";
import { type Check, type Finding, ok, skip, warn } from "../check.ts";

/** The member role can be entered in some accounts, and is as it should be there. */
export const memberRole: Check = {
  name: "member role",
  needs: ["organization"],
  async run(scope) {
    const members = await someMembers(scope);
    if (members === undefined) return [skip("not tried: only landfall-plan and landfall-apply are let into member accounts", "Name one of them with --role.")];
    if (members.length === 0) return [skip("there is no active member account")];
    const findings = await Promise.all(members.map((member) => lookInto(scope, member)));
    const bad = findings.filter(({ status }) => status !== "ok");
    return bad.length > 0 ? bad : [ok(`${ROLE_NAMES.member} is as it should be in ${members.length === 1 ? "one account" : `${members.length} accounts`} that were looked into`)];
  },
};

async function lookInto(scope: DoctorScope, { named, aws }: Member): Promise<Finding> {
  const fix = "Roll it out:\nlandfall bootstrap --only member --format cloudformation";
  try {
    const { found, drift } = await inspectRole(aws, roleSpec("member", await scope.place()));
    if (found === undefined) return warn(`${ROLE_NAMES.member} is not in ${named}`, fix);
    return drift.length === 0 ? ok(named) : warn(`${ROLE_NAMES.member} in ${named} ${drift.map(({ text }) => text).join("; ")}`, fix);
  } catch (error) {
    if (explainAwsError(error) === undefined) throw error;
    return warn(`${named} cannot be entered as ${ROLE_NAMES.member}`, fix);
  }
}
