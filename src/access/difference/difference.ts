import type { Catalog } from "../../policy/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { placesOf } from "../places.ts";
import { indexFor } from "../space/index.ts";
import { tellingApart } from "../telling-apart.ts";
import { changedStatements, compareAccount, type Comparison, type Questions, questionsOf, type Sides } from "./compare-account.ts";
import { toldTogether } from "./group.ts";
import type { AccessDifference } from "./model.ts";

/** Accounts with the same policies before and the same after, which do not tell them apart; the first stands for all. */
interface AccountClass {
  readonly sides: Sides;
  readonly accounts: AccessAccount[];
}

/**
 * Who gains and who loses which access when an organization becomes another one: every account that is in both, asked as
 * its root user, an administrator, each role that policies or the file name, and where RCPs change as those who come from
 * outside. For each condition key that the changed and the other statements mention: every value mentioned, another and none.
 */
export function accessDifference(before: AccessModel, after: AccessModel, catalog: Catalog): AccessDifference {
  const classes = classesOf(before, after);
  const changed = classes.map((one) => ({ ...one, changed: changedStatements(one.sides) })).filter((one) => one.changed.length > 0);
  const index = indexFor(catalog, changed.flatMap((one) => one.changed.map(({ statement }) => statement.Action ?? statement.NotAction ?? [])).flat());
  const questions = new Map<string, Questions>();
  const compared = changed.map(({ sides, accounts, ...one }): Comparison & { readonly accounts: readonly AccessAccount[] } => {
    const chains = chainsOf(sides);
    const asked = questions.get(chains) ?? questionsOf(sides, one.changed, index);
    questions.set(chains, asked);
    return { ...compareAccount(sides, asked), accounts };
  });
  const places = (accounts: readonly AccessAccount[]) => placesOf(after, accounts);
  return {
    lost: toldTogether(compared.map(({ accounts, lost }) => ({ accounts, findings: lost })), { index, places }),
    gained: toldTogether(compared.map(({ accounts, gained }) => ({ accounts, findings: gained })), { index, places }),
    heldFixed: [...new Set(compared.flatMap(({ heldFixed }) => heldFixed))].toSorted(),
    classes: classes.length,
    requests: compared.reduce((sum, { requests }) => sum + requests, 0),
  };
}

const chainsOf = ({ before, after }: Sides): string => `${before.account.chain.index} ${after.account.chain.index}`;

function classesOf(before: AccessModel, after: AccessModel): AccountClass[] {
  const classes = new Map<string, AccountClass>();
  const tellers = new Map<string, ReturnType<typeof tellingApart>>();
  for (const account of after.accounts.values()) {
    const old = before.accounts.get(account.address);
    if (old === undefined || account.management || old.state === "closed" || account.state === "closed") continue;
    const chains = `${old.chain.index} ${account.chain.index}`;
    const tell = tellers.get(chains) ?? tellingApart(JSON.stringify([old.chain, account.chain].map(({ scps, rcps }) => [scps, rcps])));
    tellers.set(chains, tell);
    const key = `${chains} ${tell(account)} ${old.organizationPath === account.organizationPath ? "" : account.organizationPath} ${rolesOf(after, account)}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { sides: { before: { model: before, account: old }, after: { model: after, account } }, accounts: [account] });
    else known.accounts.push(account);
  }
  return [...classes.values()];
}

/** Which known roles an account has. */
const rolesOf = ({ roles }: AccessModel, { address }: AccessAccount): string => roles.map(({ accounts }) => (accounts.has(address) ? "1" : "0")).join("");
