import type { AttachmentItem } from "../../inventory/index.ts";
import type { Action, Change, Plan } from "../../plan/index.ts";
import { isPolicyDocument } from "../../policy/index.ts";
import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { labelOf, placeName } from "../label.ts";
import { glyphs, type Style } from "../style.ts";
import { count } from "../words.ts";
import { type ChangeDifferences, differenceLines, differencesOf, inlineDifference } from "./differences.ts";
import { guardrailSummary } from "./guardrail-difference.ts";
import { policySummary } from "./policy-difference.ts";
import { unknownOf } from "./unknown.ts";

/** One line of the block of changes, with what stands below it. It may speak for several changes. */
export interface ChangeRow {
  readonly changes: readonly Change[];
  readonly action: Action;
  readonly kind: string;
  readonly name: string;
  /** The action, and where or what. */
  readonly text: string;
  /** Names that follow the text, as many as fit; the rest is counted. */
  readonly names?: readonly string[];
  readonly below: readonly string[];
  /** The fields that differ, to tell rows apart by. */
  readonly fields: string;
}

export interface RowContext {
  readonly style: Style;
  /** Every change on its own, with all there is to say. */
  readonly full: boolean;
  readonly plan: Plan;
}

/** The longest action word that is padded, so that what follows stands in a column. */
const WORD = 6;
export const INDENT = " ".repeat(8);

export function rowsOf(changes: readonly Change[], context: RowContext): ChangeRow[] {
  const attachments = changes.filter(({ kind }) => kind === "attachment");
  const others = changes.filter(({ kind }) => kind !== "attachment").map((change) => rowOf(change, context));
  return [...others, ...attachmentRows(attachments, context.style)];
}

function rowOf(change: Change, context: RowContext): ChangeRow {
  const { style } = context;
  const { kind, name } = labelOf(change.address, glyphs(style).arrow);
  const differences = differencesOf(change, context.full, context.plan.changes);
  const [only, ...more] = differences.plain;
  const inline = change.action === "update" && only !== undefined && more.length === 0 && differences.document === undefined && differences.guardrails === undefined;
  const what = inline ? inlineDifference(only, style) : clean(style, [whatOf(change, differences, context), ...(context.full && unknownOf(change).length > 0 ? ["id (known after apply)"] : [])].filter((part) => part !== "").join("  "));
  return {
    changes: [change],
    action: change.action,
    kind,
    name: clean(style, name),
    text: `${ACTIONS[change.action].word.padEnd(WORD)}  ${what}`.trimEnd(),
    below: inline ? [] : differenceLines(differences, style, INDENT),
    fields: differences.plain.map(({ field }) => clean(style, field)).join(", "),
  };
}

/** Where, or what in short. */
function whatOf(change: Change, differences: ChangeDifferences, { style, plan }: RowContext): string {
  const { action, desired, observed } = change;
  if (action === "update") {
    const { plain, document, guardrails } = differences;
    const inside = guardrails === undefined ? (document === undefined ? "" : policySummary(document)) : guardrailSummary(guardrails);
    return [inside, plain.length === 0 ? "" : count(plain.length, "difference")].filter((part) => part !== "").join(", ");
  }
  if (action === "move" && desired?.kind === "account") {
    const from = observed?.item.kind === "account" ? observed.item.parent : "root";
    return `${placeName(from)} ${glyphs(style).arrow} ${placeName(desired.parent)}`;
  }
  if (action === "invite" && desired?.kind === "account") return `${desired.statedId ?? ""}, for ${placeName(desired.parent)}`;
  if (action !== "create") return "";
  switch (desired?.kind) {
    case "account":
      return `in ${placeName(desired.parent)}  ${desired.email}`;
    case "policy":
      if (differences.guardrails !== undefined) return differences.guardrails.map(({ name }) => name).join(", ");
      return isPolicyDocument(desired.document) ? count([desired.document.Statement].flat().length, "statement") : "";
    case "delegation-policy":
      return isPolicyDocument(desired.document) ? count([desired.document.Statement].flat().length, "statement") : "";
    case "organization":
      return `with all features, owned by management (${plan.organization.managementAccountId})`;
    case "root":
    case "policy-type":
    case "trusted-access":
    case "root-access":
    case "delegated-administrator":
    case "contact":
    case "ou":
    case "attachment":
    case undefined:
      return "";
  }
}

/** One row per policy and direction, naming its targets. */
function attachmentRows(changes: readonly Change[], style: Style): ChangeRow[] {
  return groupBy(changes, (change) => `${change.action} ${attachmentOf(change)?.policy ?? change.address}`).flatMap((group) => {
    const [first] = group;
    const policy = first === undefined ? undefined : attachmentOf(first)?.policy;
    if (first === undefined || policy === undefined) return [];
    const { kind, name } = labelOf(policy);
    const names = group.map((change) => clean(style, placeName(attachmentOf(change)?.target ?? change.address)));
    const text = first.action === "attach" ? `attach ${glyphs(style).arrow}` : "detach from";
    return [{ changes: group, action: first.action, kind, name: clean(style, name), text, names, below: [], fields: "" }];
  });
}

function attachmentOf(change: Change): AttachmentItem | undefined {
  const item = change.desired ?? change.observed?.item;
  return item?.kind === "attachment" ? item : undefined;
}
