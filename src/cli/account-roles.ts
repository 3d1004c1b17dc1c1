import type { AccessAccount, AccessModel, KnownRole } from "../access/index.ts";
import { ORGANIZATION_ACCESS_ROLE } from "../access/index.ts";
import { type Aws, explainAwsError } from "../aws/index.ts";
import { ROLE_NAMES } from "../bootstrap/index.ts";
import { readRoles } from "../resources/index.ts";

export interface AccountRoles {
  readonly roles: readonly KnownRole[];
  /** What is worth telling: how an account was entered, or why it was not. */
  readonly told: readonly string[];
}

/** Accounts are entered one after the other in so many lanes. */
const LANES = 8;

/** Reads the roles of accounts: of the management account as who asks, of each other through a role in it. */
export async function readAccountRoles(aws: Aws, model: AccessModel, accounts: readonly AccessAccount[], memberRole?: string): Promise<AccountRoles> {
  const names = memberRole === undefined ? [ROLE_NAMES.member, ORGANIZATION_ACCESS_ROLE] : [memberRole];
  const waiting = accounts.filter(({ state, isStandIn }) => state !== "closed" && !isStandIn).entries();
  const results: { readonly index: number; readonly roles: readonly KnownRole[]; readonly told?: string }[] = [];
  const lane = async (): Promise<void> => {
    for (const [index, account] of waiting) results.push({ index, ...(await ofAccount(aws, model, account, names)) });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const sorted = results.toSorted((a, b) => a.index - b.index);
  return { roles: sorted.flatMap(({ roles }) => roles), told: sorted.flatMap(({ told }) => told ?? []) };
}

/** Tries one role after the other; an account that none opens stays unknown, and that is told. */
async function ofAccount(aws: Aws, { partition }: AccessModel, account: AccessAccount, names: readonly string[]): Promise<{ readonly roles: readonly KnownRole[]; readonly told?: string }> {
  const ways = account.management ? [{ name: "", way: aws }] : names.map((name) => ({ name, way: aws.as(`arn:${partition}:iam::${account.id}:role/${name}`) }));
  let why = "";
  for (const { name, way } of ways) {
    try {
      const roles = await readRoles(way, account.address);
      return { roles, ...(name === "" || name === names[0] ? {} : { told: `IAM of ${account.key} was read as ${name}.` }) };
    } catch (error) {
      const explained = explainAwsError(error);
      if (explained === undefined) throw error;
      why = explained.diagnostics[0]?.summary ?? "";
    }
  }
  return { roles: [], told: `IAM of ${account.key} was not read, so its roles are known from the file only. ${why}` };
}
