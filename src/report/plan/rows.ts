import type { AttachmentItem } from "../../inventory/index.ts";
import type { Change, Plan } from "../../plan/index.ts";
import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { labelOf, placeName } from "../label.ts";
import { glyphs, type Style } from "../style.ts";
import { count } from "../words.ts";
import { type ChangeDifferences, differenceLines, differencesOf, inlineDifference } from "./differences.ts";
import { policySummary } from "./policy-difference.ts";

/** One line of the block of changes, with what stands below it. It may speak for several changes. */
export interface ChangeRow {
  readonly changes: readonly Change[];
  readonly kind: string;
  readonly name: string;
  /** The action, and where or what. */
  readonly text: string;
  /** Names that follow the text, as many as fit; the rest is counted. */
  readonly names?: readonly string[];
  readonly below: readonly string[];
}

export interface RowContext {
  readonly style: Style;
  /** Every change on its own, with all there is to say. */
  readonly full: boolean;
  readonly plan: Plan;
}

/** So many changes that say the same stand in one row. */
const SAME_IN_ONE_ROW = 4;
/** The longest action word that is padded, so that what follows stands in a column. */
const WORD = 6;
export const INDENT = " ".repeat(8);

export function rowsOf(changes: readonly Change[], context: RowContext): ChangeRow[] {
  const attachments = changes.filter(({ kind }) => kind === "attachment");
  const others = changes.filter(({ kind }) => kind !== "attachment").map((change) => rowOf(change, context));
  return [...(context.full ? others : merged(others)), ...attachmentRows(attachments, context.style)];
}

function rowOf(change: Change, context: RowContext): ChangeRow {
  const { style } = context;
  const { kind, name } = labelOf(change.address, glyphs(style).arrow);
  const differences = differencesOf(change, context.full);
  const [only, ...more] = differences.plain;
  const inline = change.action === "update" && only !== undefined && more.length === 0 && differences.document === undefined;
  const what = inline ? inlineDifference(only, style) : clean(style, whatOf(change, differences, context));
  return {
    changes: [change],
    kind,
    name: clean(style, name),
    text: `${ACTIONS[change.action].word.padEnd(WORD)}  ${what}`.trimEnd(),
    below: inline ? [] : differenceLines(differences, style, INDENT),
  };
}

/** Where, or what in short. */
function whatOf(change: Change, differences: ChangeDifferences, { style, plan }: RowContext): string {
  const { action, desired, observed } = change;
  if (action === "update") {
    const { plain, document } = differences;
    return [document === undefined ? "" : policySummary(document), plain.length === 0 ? "" : count(plain.length, "difference")].filter((part) => part !== "").join(", ");
  }
  if (action === "move" && desired?.kind === "account") {
    const from = observed?.item.kind === "account" ? observed.item.parent : "root";
    return `${placeName(from)} ${glyphs(style).arrow} ${placeName(desired.parent)}`;
  }
  if (action !== "create") return "";
  switch (desired?.kind) {
    case "account":
      return `in ${placeName(desired.parent)}  ${desired.email}`;
    case "policy":
      return count([desired.document.Statement].flat().length, "statement");
    case "organization":
      return `with all features, owned by management (${plan.organization.managementAccountId})`;
    case "root":
    case "policy-type":
    case "ou":
    case "attachment":
    case undefined:
      return "";
  }
}

const PLURALS: Readonly<Record<string, string>> = { ou: "OUs", account: "accounts", scp: "SCPs", rcp: "RCPs" };

/** Rows that say the same of many things become one that counts and names them. New things are never merged: each is read. */
function merged(rows: readonly ChangeRow[]): ChangeRow[] {
  const saying = ({ kind, text, below, changes: [change] }: ChangeRow): string =>
    change?.action === "create" ? change.address : JSON.stringify([kind, change?.action, text, below]);
  return groupBy(rows, saying).flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < SAME_IN_ONE_ROW) return group;
    const name = `${group.length.toLocaleString("en-US")} ${PLURALS[first.kind] ?? first.kind}`;
    return [{ ...first, changes: group.flatMap(({ changes }) => changes), name, text: `${first.text}:`, names: group.map((row) => row.name) }];
  });
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
    return [{ changes: group, kind, name: clean(style, name), text, names, below: [] }];
  });
}

function attachmentOf(change: Change): AttachmentItem | undefined {
  const item = change.desired ?? change.observed?.item;
  return item?.kind === "attachment" ? item : undefined;
}
