import type { Item } from "../../inventory/index.ts";
import type { Change, Difference } from "../../plan/index.ts";
import { isPolicyDocument, type PolicyDocument } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { placeName } from "../label.ts";
import { displayWidth, hang } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { type GuardrailDifference, guardrailDifferences, guardrailLines } from "./guardrail-difference.ts";
import { type DocumentDifference, documentDifference, policyDifferenceLines } from "./policy-difference.ts";

/** Fields that are drawn from the two documents, by statement, instead of from their texts. */
const OF_THE_DOCUMENT = /^(?:statement|document|version|id)\b/i;

/** A change's differences: fields with a value before and after, and for a policy what its document changes. */
export interface ChangeDifferences {
  readonly plain: readonly Difference[];
  readonly document?: DocumentDifference;
  /** Where the policy holds guardrails: what changes of each. The document is then drawn only where all is. */
  readonly guardrails?: readonly GuardrailDifference[];
}

/** With `full`, what a new policy says counts as a difference too. */
export function differencesOf(change: Change, full: boolean, changes: readonly Change[] = []): ChangeDifferences {
  const { desired, observed } = change;
  const before = documentOf(observed?.item);
  const after = documentOf(desired);
  const isDrawn = after !== undefined && (before !== undefined || full);
  const document = isDrawn ? documentDifference(before ?? { Version: after.Version, Statement: [] }, after) : undefined;
  const guardrails = guardrailDifferences(change, changes);
  const plain = change.differences.filter(({ field }) => {
    // It only names the guardrails.
    if (guardrails !== undefined && field === "description") return false;
    // A move says where from and where to on its own line.
    if (change.action === "move" && field === "parent") return false;
    return !(document !== undefined && OF_THE_DOCUMENT.test(field));
  });
  if (guardrails !== undefined) return { plain, guardrails, ...(full ? { document } : {}) };
  return { plain, document };
}

/** The document of a policy that grants or denies; settings are told one by one. */
const documentOf = (item: Item | undefined): PolicyDocument | undefined => ((item?.kind === "policy" || item?.kind === "delegation-policy") && isPolicyDocument(item.document) ? item.document : undefined);

/** One difference in one line: `tag owner  shop → payments`, `tag stage  + prod`. */
export function inlineDifference(difference: Difference, style: Style): string {
  return `${clean(style, difference.field)}  ${changeOfValue(difference, style)}`;
}

function changeOfValue({ before, after }: Difference, style: Style): string {
  if (before === undefined) return `+ ${shown(after ?? "", style)}`;
  if (after === undefined) return `- ${shown(before, style)}`;
  return `${shown(before, style)} ${glyphs(style).arrow} ${shown(after, style)}`;
}

/** A value as a person reads it: a place by its path, and nothing as a word. */
function shown(text: string, style: Style): string {
  if (text === "") return "(empty)";
  return clean(style, text.startsWith("ou:") ? placeName(text) : text);
}

/** The differences of a change, one below the other. */
export function differenceLines({ plain, document, guardrails = [] }: ChangeDifferences, style: Style, indent: string): string[] {
  const width = Math.max(0, ...plain.map(({ field }) => displayWidth(clean(style, field))));
  const lines = [...guardrailLines(guardrails, style, indent), ...plain.flatMap((difference) => plainLines(difference, width, style, indent))];
  return document === undefined ? lines : [...lines, ...policyDifferenceLines(document, style, indent)];
}

function plainLines(difference: Difference, fieldWidth: number, style: Style, indent: string): string[] {
  const { before, after } = difference;
  const field = clean(style, difference.field);
  const line = `${indent}${field}${" ".repeat(fieldWidth - displayWidth(field))}  ${changeOfValue(difference, style)}`;
  if (displayWidth(line) <= style.width) return [line];
  return [
    ...hang(indent, field, style),
    ...(before === undefined ? [] : hang(`${indent}  ${paint(style, "removed", "-")} `, shown(before, style), style)),
    ...(after === undefined ? [] : hang(`${indent}  ${paint(style, "added", "+")} `, shown(after, style), style)),
  ];
}
