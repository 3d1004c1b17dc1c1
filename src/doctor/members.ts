import type { Aws } from "../aws/index.ts";
import { ROLE_NAMES } from "../bootstrap/index.ts";
import type { DoctorScope } from "./scope.ts";

/** Only these two are let into member accounts. */
const MAY_ENTER = /:assumed-role\/(?:landfall-plan|landfall-apply)\//;
/** So many accounts are looked into: enough to see whether something was rolled out. */
const LOOKED_INTO = 3;

/** A member account, and the way into it as the member role. */
export interface Member {
  /** Name and id. */
  readonly named: string;
  readonly aws: Aws;
}

/** A few active member accounts; undefined when the caller is not let into them. */
export async function someMembers(scope: DoctorScope): Promise<readonly Member[] | undefined> {
  if (!MAY_ENTER.test((await scope.caller()).arn)) return undefined;
  const { partition, managementAccountId } = await scope.place();
  const { Accounts = [] } = await (await scope.aws.organizations()).listAccounts({ NextToken: undefined });
  const active = Accounts.filter(({ Id, State, Status }) => Id !== managementAccountId && (State ?? Status) === "ACTIVE");
  return active.slice(0, LOOKED_INTO).map(({ Id = "", Name = "" }) => ({ named: `${Name} (${Id})`, aws: scope.aws.as(`arn:${partition}:iam::${Id}:role/${ROLE_NAMES.member}`) }));
}
