import type { Expectation, NamedPlaces, Organization } from "../../organization/index.ts";
import { isUnder } from "../../organization/index.ts";
import type { AccessAccount, AccessModel, OrganizationChain } from "../model.ts";

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
    const key = `${account.chain.index} ${named(account.chain, account)} ${rolesOf(model, account)}`;
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

const texts = new WeakMap<OrganizationChain, string>();

/** The account's own id or OU where a policy may speak of it, so that it is asked by itself. */
function named(chain: OrganizationChain, { id, organizationPath }: AccessAccount): string {
  const text = texts.get(chain) ?? JSON.stringify([chain.scps, chain.rcps]);
  texts.set(chain, text);
  return `${text.includes(id) ? id : ""} ${/OrgPaths/i.test(text) ? organizationPath : ""}`;
}

/** An organization with an account in every OU that an expectation names and that has none, so that it holds for the first to come. */
export function withVisitors(organization: Organization): Organization {
  const meant = new Set(Object.values(organization.expectations ?? {}).flatMap(({ ous = [], isolated = [] }) => [...ous, ...isolated]));
  const filled = (ous: Organization["ous"], above: string): Organization["ous"] =>
    ous && Object.fromEntries(Object.entries(ous).map(([name, ou]) => {
      const path = above === "" ? name : `${above}/${name}`;
      const below = filled(ou.ous, path);
      const isEmpty = meant.has(path) && !hasAccount(ou);
      return [name, { ...ou, ...(below === undefined ? {} : { ous: below }), ...(isEmpty ? { accounts: { ...ou.accounts, [`any-in-${path.replaceAll("/", "-")}`]: { email: "any@landfall.example" } } } : {}) }];
    }));
  const ous = filled(organization.ous, "");
  return ous === undefined ? organization : { ...organization, ous };
}

type Ou = NonNullable<Organization["ous"]>[string];

const hasAccount = ({ accounts = {}, ous = {} }: Ou): boolean => Object.values(accounts).some(({ state }) => state !== "closed") || Object.values(ous).some(hasAccount);
