import type { AccessAccount, AccessModel, Grant, GrantKind } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { sourceJson } from "./can-json.ts";
import { placesWords } from "./places.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

export interface IsolationScreen {
  readonly grants: readonly Grant[];
  readonly model: AccessModel;
  readonly source: AccessSource;
  /** Kinds of grants that the source does not tell of. */
  readonly notRead: readonly string[];
}

const TITLES: Readonly<Record<GrantKind, string>> = {
  trust: "Roles that other accounts assume",
  stacksets: "StackSets",
  assignment: "People in several stages",
  "delegated-administrator": "Delegated administrators",
  "delegation-policy": "Delegation policy of the organization",
};

/** Every way across accounts, by kind, and those for which a person has to say what they are for. */
export function isolationHuman({ grants, model, source, notRead }: IsolationScreen, style: Style): string {
  const kinds = (Object.keys(TITLES) as GrantKind[]).map((kind) => ({ kind, of: grants.filter((grant) => grant.kind === kind) })).filter(({ of }) => of.length > 0);
  const sections = kinds.map(({ kind, of }) => [paint(style, "bold", TITLES[kind]), ...of.flatMap((grant) => grantLines(grant, model, style))]);
  const unread = notRead.flatMap((text) => hang("Not read: ", clean(style, text), style));
  const limits = wrap("Not looked at: policies of resources, such as buckets and keys; those who sign in through identity providers.", style.width);
  return `${[[paint(style, "bold", `${count(grants.length, "way")} across accounts`)], ...sections, unstated(grants, style), [...unread, ...limits, ...sourceLines(source, style)]].filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

function grantLines(grant: Grant, model: AccessModel, style: Style): string[] {
  const { from, by, to, purpose, note } = grant;
  const line = (label: string, text: string, mark?: Mark): string[] => hang(`    ${label.padEnd(5)}  `, clean(style, text), style, mark);
  const where = to === "organization" ? "the whole organization" : `${count(to.length, "account")}: ${placesWords(model, to, open(model))}`;
  return [
    ...hang("  ", clean(style, by), style),
    ...line("from", from),
    ...line("to", where),
    ...(purpose === undefined ? line("for", "nobody has said", "warning") : line("for", purpose)),
    ...(note === undefined ? [] : line("note", note)),
    ...worksLines(grant, model, line),
  ];
}

/** Nobody is asked about in closed accounts. */
const open = (model: AccessModel): AccessAccount[] => [...model.accounts.values()].filter(({ state }) => state !== "closed");

function worksLines({ decided, to, kind }: Grant, model: AccessModel, line: (label: string, text: string, mark?: Mark) => string[]): string[] {
  if (decided.length === 0) return line("works", kind === "assignment" ? "Identity Center lets them in; control policies limit what they do there" : "not known", kind === "assignment" ? undefined : "warning");
  const of = (outcome: string): AccessAccount[] => decided.filter((one) => one.outcome === outcome).map(({ account }) => account);
  const [allowed, denied, unknown] = [of("allowed"), of("denied"), of("unknown")];
  const where = (accounts: readonly AccessAccount[]): string => (to === "organization" || accounts.length === decided.length ? "" : ` in ${placesWords(model, accounts, open(model))}`);
  const keys = [...new Set(decided.flatMap(({ missingKeys }) => missingKeys))];
  return [
    ...(allowed.length === 0 ? [] : line("works", `yes${where(allowed)}`)),
    ...(denied.length === 0 ? [] : line("works", `no${where(denied)}: policies deny it`, "added")),
    ...(unknown.length === 0 ? [] : line("works", `unknown${where(unknown)}${keys.length === 0 ? "" : `: hangs on ${keys.join(", ")}`}`, "warning")),
  ];
}

function unstated(grants: readonly Grant[], style: Style): string[] {
  const without = grants.filter(({ purpose }) => purpose === undefined).length;
  if (without === 0) return [];
  return hang("", `Nobody has said what ${count(without, "way")} ${without === 1 ? "is" : "are"} for. Say it in the organization file: the description of the role, the group or the permission set; of the delegation policy, the Sid.`, style, "warning");
}

/** The same as `landfall.isolation/1`, with every account named. */
export function isolationJson({ grants, source, notRead }: Omit<IsolationScreen, "model">, tool: string): string {
  const told = grants.map(({ to, decided, ...grant }) => ({ ...grant, to: to === "organization" ? to : to.map(({ key }) => key), decided: decided.map(({ account, ...one }) => ({ account: account.key, ...one })) }));
  return enveloped({ format: "landfall.isolation/1", tool }, { grants: told, notRead, source: sourceJson(source) });
}
