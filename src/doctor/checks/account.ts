import { awsErrorName } from "../../aws/index.ts";
import type { DoctorScope } from "../scope.ts";
import { type Check, fail, ok, warn } from "../check.ts";

/** The credentials are those of the management account; a delegated administrator sees the organization and cannot change it all. */
export const account: Check = {
  name: "account",
  needs: ["credentials"],
  async run(scope) {
    const { accountId } = await scope.caller();
    const stated = scope.input.file?.organization?.managementAccount?.id;
    const owner = (await scope.organization())?.MasterAccountId;
    if (owner === undefined) {
      const isOther = stated !== undefined && stated !== accountId;
      return [isOther ? fail(`${accountId} is in no organization, and the file's management account is ${stated}`, `Use credentials of account ${stated}.`, "credentials") : ok(`${accountId} will be the management account`)];
    }
    if (stated !== undefined && stated !== owner) return [fail(`the organization is that of ${owner}, and the file is about that of ${stated}`, `Use credentials of account ${stated}, or correct managementAccount.id.`, "credentials")];
    if (owner === accountId) return [ok(`${accountId} is the management account`)];
    const of = await delegatedFor(scope, accountId);
    const fix = `Use credentials of the management account ${owner}.`;
    return [of === undefined ? fail(`${accountId} is a member account; the organization belongs to ${owner}`, fix, "credentials") : warn(`${accountId} is a delegated administrator${of}: it may read, and plans and applies need the management account`, fix)];
  },
};

/** For which services a member account administers the organization; undefined when it is an ordinary one. */
async function delegatedFor({ aws }: DoctorScope, AccountId: string): Promise<string | undefined> {
  try {
    const { DelegatedServices = [] } = await (await aws.organizations()).listDelegatedServicesForAccount({ AccountId, NextToken: undefined });
    return DelegatedServices.length === 0 ? undefined : ` for ${DelegatedServices.map(({ ServicePrincipal = "" }) => ServicePrincipal).join(", ")}`;
  } catch (error) {
    // Ordinary members may not ask.
    if (awsErrorName(error).startsWith("AccessDenied")) return undefined;
    throw error;
  }
}
