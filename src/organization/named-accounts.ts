import { nameOfAddress, ROOT } from "../ids/index.ts";
import type { PlacedAccount, PlacedNode } from "./walk.ts";

/** How a list of accounts in the file calls the management account. */
export const MANAGEMENT_KEY = "management";

/** Accounts as the file names them: by key, or by OU. */
export interface NamedPlaces {
  readonly accounts?: readonly string[];
  readonly ous?: readonly string[];
}

export interface NamedAccounts {
  /** Member accounts, in the order of the organization. */
  readonly members: readonly PlacedAccount[];
  readonly management: boolean;
}

/** Whether a place is the OU that a path names, or below it. The path of the root is `root`. */
export const isUnder = ({ address }: Pick<PlacedNode, "address">, ou: string): boolean =>
  ou === ROOT || nameOfAddress(address) === ou || nameOfAddress(address).startsWith(`${ou}/`);

/** The accounts that lists of keys and OUs name, each once; what they name and does not exist is left out. */
export function namedAccounts({ accounts: keys = [], ous = [] }: NamedPlaces, all: readonly PlacedAccount[]): NamedAccounts {
  const named = new Set(keys);
  const members = all.filter(({ key, parent }) => named.has(key) || ous.some((ou) => isUnder(parent, ou)));
  return { members, management: keys.includes(MANAGEMENT_KEY) };
}

/** The accounts that have a role: every member account where it names none. */
export const accountsOfRole = (role: NamedPlaces, all: readonly PlacedAccount[]): NamedAccounts =>
  role.accounts === undefined && role.ous === undefined ? { members: all, management: false } : namedAccounts(role, all);
