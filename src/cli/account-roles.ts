import { type AccessAccount, type AccessModel, type AccountPeople, type KnownRole, ORGANIZATION_ACCESS_ROLE } from "../access/index.ts";
import { type Aws, explainAwsError } from "../aws/index.ts";
import { ROLE_NAMES } from "../bootstrap/index.ts";
import type { Address } from "../ids/index.ts";
import { listing } from "../report/index.ts";
import { readPeople, readRoles } from "../resources/index.ts";

export interface AccountRoles {
  readonly roles: readonly KnownRole[];
  /** Who signs in to accounts without Identity Center, where it was asked for. */
  readonly people: readonly AccountPeople[];
  /** Accounts whose roles are all in it. */
  readonly iamKnown: ReadonlySet<Address>;
  /** What is worth telling: how an account was entered, or why it was not. */
  readonly told: readonly string[];
}

/** Accounts are entered one after the other in so many lanes. */
const LANES = 8;

export interface AccountRolesOptions {
  /** The role to enter accounts as, where it is not one of the usual ones. */
  readonly memberRole: string | undefined;
  /** Whether users, keys and providers of identities are read too. */
  readonly people: boolean;
}

/** Reads the roles of accounts: of the management account as who asks, of each other through a role in it. */
export async function readAccountRoles(aws: Aws, model: AccessModel, accounts: readonly AccessAccount[], { memberRole, people }: AccountRolesOptions): Promise<AccountRoles> {
  const names = memberRole === undefined ? [ROLE_NAMES.member, ORGANIZATION_ACCESS_ROLE] : [memberRole];
  const waiting = accounts.filter(({ state, isStandIn }) => state !== "closed" && !isStandIn).entries();
  const results: (Opened & { readonly index: number; readonly account: AccessAccount })[] = [];
  const lane = async (): Promise<void> => {
    for (const [index, account] of waiting) results.push({ index, account, ...(await ofAccount(aws, model, account, { names, people })) });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const sorted = results.toSorted((a, b) => a.index - b.index);
  return {
    roles: sorted.flatMap(({ roles = [] }) => roles),
    people: sorted.flatMap((one) => one.people ?? []),
    iamKnown: new Set(sorted.flatMap(({ roles, account }) => (roles === undefined ? [] : [account.address]))),
    told: told(sorted, names[0] ?? ""),
  };
}

/** What came of entering an account: its roles and who read them, or why nobody could. */
interface Opened {
  readonly roles?: readonly KnownRole[];
  readonly people?: AccountPeople;
  readonly as?: string;
  readonly why?: string;
}

/** One sentence for all accounts that went the same way. */
function told(results: readonly (Opened & { readonly account: AccessAccount })[], usual: string): string[] {
  const groups = new Map<string, string[]>();
  for (const { account, as, why } of results) {
    const text = why === undefined ? (as === undefined || as === usual ? undefined : `was read as ${as}.`) : `was not read, so roles there are known from the file only. ${why}`;
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), account.key]);
  }
  return Array.from(groups, ([text, keys]) => `IAM of ${listing(keys, 3)} ${text}`);
}

/** Tries one role after the other; an account that none opens stays unknown, and that is told. */
async function ofAccount(aws: Aws, { partition }: AccessModel, account: AccessAccount, { names, people }: { readonly names: readonly string[]; readonly people: boolean }): Promise<Opened> {
  const ways: readonly { readonly name?: string; readonly way: Aws }[] = account.management ? [{ way: aws }] : names.map((name) => ({ name, way: aws.as(`arn:${partition}:iam::${account.id}:role/${name}`) }));
  let why = "";
  for (const { name, way } of ways) {
    try {
      const roles = await readRoles(way, account.address);
      return { roles, ...(people ? { people: await readPeople(way, account.address).catch(notTold(account)) } : {}), ...(name === undefined ? {} : { as: name }) };
    } catch (error) {
      const explained = explainAwsError(error);
      if (explained === undefined) throw error;
      why = explained.diagnostics[0]?.summary ?? "";
    }
  }
  return { why };
}

/** Roles are worth having without those who sign in. */
const notTold = ({ address }: AccessAccount) => (error: unknown): AccountPeople => {
  if (explainAwsError(error) === undefined) throw error;
  return { account: address };
};

/** Roles that the file declares, less the accounts of which IAM has told all. */
export const declaredBeside = (roles: readonly KnownRole[], iamKnown: ReadonlySet<Address>): KnownRole[] =>
  roles.map((role) => ({ ...role, accounts: new Set([...role.accounts].filter((account) => !iamKnown.has(account))) })).filter(({ accounts }) => accounts.size > 0);
