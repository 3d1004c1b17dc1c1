import type { AccessAccount, AccessModel, Grant, GrantKind } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { hang } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { placesWords } from "./places.ts";

const TITLES: Readonly<Record<GrantKind, string>> = {
  trust: "Roles that other accounts assume",
  resource: "Resources that let other accounts in",
  stacksets: "StackSets",
  assignment: "People in several stages",
  "delegated-administrator": "Delegated administrators",
  "delegation-policy": "Delegation policy of the organization",
};

/** Grants of one kind that are told one by one; the rest is counted. */
const MOST = 60;

export const grantTitle = (kind: GrantKind): string => TITLES[kind];

/** A section for each kind of grants. */
export function grantSections(grants: readonly Grant[], model: AccessModel, style: Style): string[][] {
  const kinds = (Object.keys(TITLES) as GrantKind[]).map((kind) => ({ kind, of: grants.filter((grant) => grant.kind === kind) })).filter(({ of }) => of.length > 0);
  return kinds.map(({ kind, of }) => [
    paint(style, "bold", TITLES[kind]),
    ...of.slice(0, MOST).flatMap((grant) => grantLines(grant, model, style)),
    ...(of.length <= MOST ? [] : hang("  ", `${count(of.length - MOST, "more way")}; --format json has all.`, style)),
  ]);
}

function grantLines(grant: Grant, model: AccessModel, style: Style): string[] {
  const { from, by, to, purpose, note, may } = grant;
  const line = (label: string, text: string, mark?: Mark): string[] => hang(`    ${label.padEnd(5)}  `, clean(style, text), style, mark);
  const where = to === "organization" ? "the whole organization" : `${count(to.length, "account")}: ${placesWords(model, to, open(model))}`;
  return [
    ...hang("  ", clean(style, by), style),
    ...line("from", from),
    ...line("to", where),
    ...(purpose === undefined ? line("for", "nobody has said", "warning") : line("for", purpose)),
    ...(may === undefined ? [] : line("may", listing(may, 6))),
    ...(note === undefined ? [] : line("note", note)),
    ...worksLines(grant, model, line),
  ];
}

/** Nobody is asked about in closed accounts. */
const open = (model: AccessModel): AccessAccount[] => [...model.accounts.values()].filter(({ state }) => state !== "closed");

function worksLines({ decided, to, kind, may }: Grant, model: AccessModel, line: (label: string, text: string, mark?: Mark) => string[]): string[] {
  if (decided.length === 0) return line("works", kind === "assignment" ? "Identity Center lets them in; control policies limit what they do there" : "not known", kind === "assignment" ? undefined : "warning");
  const of = (outcome: string): AccessAccount[] => decided.filter((one) => one.outcome === outcome).map(({ account }) => account);
  const [allowed, denied, unknown] = [of("allowed"), of("denied"), of("unknown")];
  const where = (accounts: readonly AccessAccount[]): string => (to === "organization" || accounts.length === decided.length ? "" : ` in ${placesWords(model, accounts, open(model))}`);
  const keys = [...new Set(decided.flatMap(({ missingKeys }) => missingKeys))];
  return [
    ...(allowed.length === 0 ? [] : line("works", `yes${where(allowed)}`)),
    ...(denied.length === 0 ? [] : line("works", `no${where(denied)}: policies deny it${may === undefined ? "" : ", or it is for calls of services alone"}`, "added")),
    ...(unknown.length === 0 ? [] : line("works", `unknown${where(unknown)}${keys.length === 0 ? "" : `: hangs on ${keys.join(", ")}`}`, "warning")),
  ];
}
