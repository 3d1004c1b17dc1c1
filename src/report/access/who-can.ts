import type { AccessModel, WhoCanLine } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { sourceJson } from "./can-json.ts";
import { placesWords } from "./places.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

export interface WhoCanScreen {
  readonly question: readonly string[];
  readonly lines: readonly WhoCanLine[];
  readonly model: AccessModel;
  readonly source: AccessSource;
  /** What was taken to be so. */
  readonly assumed: readonly string[];
}

/** Who may, kind by kind; who may not is told only as a number. */
export function whoCanHuman({ question, lines, model, source, assumed }: WhoCanScreen, style: Style): string {
  const title = wrap(question.map((part) => clean(style, part)).join("  "), style.width).map((line) => paint(style, "bold", line));
  const nobody = lines.filter(({ allowed, unknown }) => allowed.length + unknown.length === 0);
  const told = lines.filter((line) => !nobody.includes(line)).flatMap((line) => [paint(style, "bold", `  ${clean(style, line.word)}`), ...lineTexts(line, model, style)]);
  const denied = nobody.length === 0 ? [] : hang("  Nowhere: ", clean(style, nobody.map(({ word }) => word).join(", ")), style);
  const notes = assumed.flatMap((text) => hang("Assumed: ", clean(style, text), style));
  return `${[title, told, denied, [...wrap(sum(lines), style.width), ...notes], sourceLines(source, style)].filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

const MOST_KEYS = 5;

function lineTexts(line: WhoCanLine, model: AccessModel, style: Style): string[] {
  // Nobody is asked about in closed accounts.
  const universe = [...model.accounts.values()].filter(({ state }) => state !== "closed");
  const keys = [...new Set(line.unknown.flatMap(({ decision }) => decision.missingKeys))];
  const policies = [...new Set(line.unknown.flatMap(({ decision }) => decision.unknownPolicies))].map((kind) => (kind === "resource" ? "the policy of the resource" : "its own policies"));
  const needs = listing([...policies, ...keys], MOST_KEYS);
  const parts: readonly (readonly [word: string, mark: Mark, accounts: WhoCanLine["allowed"], more: string])[] = [
    ["may", "added", line.allowed, ""],
    ["unknown", "warning", line.unknown.map(({ account }) => account), needs === "" ? "" : `; hangs on ${needs}`],
    ["may not", "dim", line.denied, ""],
  ];
  return parts.flatMap(([word, mark, accounts, more]) => (accounts.length === 0 ? [] : hang(`    ${paint(style, mark, word.padEnd(7))}  `, clean(style, `${count(accounts.length, "account")}: ${placesWords(model, accounts, universe)}${more}`), style)));
}

function sum(lines: readonly WhoCanLine[]): string {
  const may = lines.filter(({ allowed }) => allowed.length > 0).length;
  const unknown = lines.filter(({ allowed, unknown: open }) => allowed.length === 0 && open.length > 0).length;
  return `${may} of ${count(lines.length, "kind of principal", "kinds of principal")} may somewhere${unknown === 0 ? "" : `, of ${unknown} it is not known`}.`;
}

/** The same as `landfall.who-can/1`, with every account named. */
export function whoCanJson({ lines, source, assumed, ...facts }: Omit<WhoCanScreen, "model" | "question"> & { readonly action: string; readonly resource?: string }, tool: string): string {
  const keys = (accounts: WhoCanLine["allowed"]): string[] => accounts.map(({ key }) => key);
  const principals = lines.map(({ word, kind, allowed, denied, unknown }) => ({ principal: word, kind, allowed: keys(allowed), denied: keys(denied), unknown: unknown.map(({ account, decision }) => ({ account: account.key, missingKeys: decision.missingKeys, unknownPolicies: decision.unknownPolicies })) }));
  return enveloped({ format: "landfall.who-can/1", tool }, { ...facts, principals, assumed, source: sourceJson(source) });
}
