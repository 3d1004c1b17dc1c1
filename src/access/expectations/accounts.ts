import type { Expectation, NamedPlaces } from "../../organization/index.ts";
import { isUnder } from "../../organization/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { tellingApart } from "../telling-apart.ts";

/** Accounts that no policy tells apart; the first stands for all. */
export interface AccountClass {
  readonly account: AccessAccount;
  readonly accounts: readonly AccessAccount[];
}

/** The member accounts that an expectation is about, each set of policies once. */
export const classesOf = (model: AccessModel, { accounts, ous }: Expectation): AccountClass[] => classesIn(model, accounts === undefined && ous === undefined ? { ous: ["root"] } : { ...(accounts === undefined ? {} : { accounts }), ...(ous === undefined ? {} : { ous }) });

export function classesIn(model: AccessModel, places: NamedPlaces): AccountClass[] {
  const found = new Map<string, AccessAccount[]>();
  for (const account of accountsIn(model, places)) {
    const key = `${account.chain.index} ${named(model, account)} ${rolesOf(model, account)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [account]);
    else known.push(account);
  }
  return [...found.values()].flatMap((accounts) => (accounts[0] === undefined ? [] : [{ account: accounts[0], accounts }]));
}

/** Nobody can ask anything in a closed account, and the management account is bound by no policy. */
function accountsIn(model: AccessModel, { accounts = [], ous = [] }: NamedPlaces): AccessAccount[] {
  const keys = new Set(accounts);
  return [...model.accounts.values()].filter(({ key, path, management, state }) => !management && state !== "closed" && (keys.has(key) || ous.some((ou) => isUnder({ address: path.at(-2) ?? "" }, ou))));
}

/** Which known roles an account has. */
const rolesOf = ({ roles }: AccessModel, { address }: AccessAccount): string => roles.map(({ accounts }) => (accounts.has(address) ? "1" : "0")).join("");

const tellers = new WeakMap<AccessModel, ReturnType<typeof tellingApart>>();

/** What any policy knows an account by: one of another account, or a role's own, may speak of it too. */
function named(model: AccessModel, account: AccessAccount): string {
  const teller = tellers.get(model) ?? tellingApart(JSON.stringify([model.chains.map(({ scps, rcps }) => [scps, rcps]), model.roles.map(({ permissions, trust }) => [permissions, trust])]));
  tellers.set(model, teller);
  return teller(account);
}
