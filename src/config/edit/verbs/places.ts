import { LandfallError, nearest } from "../../../diagnostics/index.ts";
import { accountsOf, nodesOf, type Organization, type PlacedAccount, type PlacedNode } from "../../../organization/index.ts";

/** `Workloads/Prod` as the names from the root down; `root` and the empty text are the root. */
export const namesOf = (ou: string): string[] => (ou === "root" ? [] : ou.split("/").filter((name) => name !== ""));

/** How a person names an OU: `Workloads/Prod`, or `root`. */
export const ouText = ({ names }: Pick<PlacedNode, "names">): string => (names.length === 0 ? "root" : names.join("/"));

/** The keys of the file that lead to an OU. */
export const keysTo = (names: readonly string[]): string[] => (names.length === 0 ? ["root"] : names.flatMap((name) => ["ous", name]));

/** The OU of that path. @throws LandfallError LF1130 when the file declares none. */
export function declaredOu(organization: Organization, ou: string): PlacedNode {
  const nodes = nodesOf(organization);
  const wanted = namesOf(ou).join("/");
  const found = nodes.find(({ names }) => names.join("/") === wanted);
  return found ?? notDeclared(`OU ${JSON.stringify(ou)}`, nearest(wanted, nodes.map(({ names }) => names.join("/")).filter((path) => path !== "")));
}

/** The account of that key. @throws LandfallError LF1130 when the file declares none. */
export function declaredAccount(organization: Organization, key: string): PlacedAccount {
  const accounts = accountsOf(organization);
  return accounts.find((account) => account.key === key) ?? notDeclared(`account ${JSON.stringify(key)}`, nearest(key, accounts.map((account) => account.key)));
}

export const isDeclared = (organization: Organization, key: string): boolean => accountsOf(organization).some((account) => account.key === key);

/** @throws LandfallError LF1131 when an account of that key is declared. */
export function mustBeFree(organization: Organization, key: string): void {
  if (!isDeclared(organization, key)) return;
  throw new LandfallError({ code: "LF1131", severity: "error", summary: `The file has an account ${JSON.stringify(key)} already.`, fix: "Choose another key; keys are unique in the whole organization." }, "usage");
}

function notDeclared(what: string, suggestion: string | undefined): never {
  throw new LandfallError({ code: "LF1130", severity: "error", summary: `The file declares no ${what}.`, ...(suggestion === undefined ? {} : { suggestion }), fix: "See what it declares:\n\n  landfall show --declared" }, "usage");
}

/** A value without the keys that nobody stated. */
export const stated = (value: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
