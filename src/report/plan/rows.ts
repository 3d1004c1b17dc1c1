import type { AttachmentItem } from "../../inventory/index.ts";
import type { Change } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { labelOf, placeName } from "../label.ts";
import { glyphs, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { differenceLines, documents, inlineDifference, plainDifferences } from "./differences.ts";
import { policySummary } from "./policy-difference.ts";

/** One line of the block of changes, with what stands below it. It may speak for several changes. */
export interface ChangeRow {
  readonly changes: readonly Change[];
  readonly kind: string;
  readonly name: string;
  /** The action and where or what, unpainted. */
  readonly text: string;
  readonly below: readonly string[];
}

/** So many changes of the same kind, action and differences stand in one row. */
const SAME_IN_ONE_ROW = 4;
/** Names in a row before the rest are counted. */
const NAMES = 4;

const INDENT = " ".repeat(8);
const WORD = 6;

export function rowsOf(changes: readonly Change[], style: Style, full: boolean): ChangeRow[] {
  const attachments = changes.filter(({ kind }) => kind === "attachment");
  const others = changes.filter(({ kind }) => kind !== "attachment").map((change) => rowOf(change, style));
  return [...(full ? others : merged(others, style)), ...attachmentRows(attachments, style, full)];
}

function rowOf(change: Change, style: Style): ChangeRow {
  const { kind, name } = labelOf(change.address, glyphs(style).arrow);
  const [only, ...more] = plainDifferences(change);
  const policy = documents(change);
  const inline = change.action === "update" && only !== undefined && more.length === 0 && policy === undefined;
  const what = inline ? inlineDifference(only, style) : whatOf(change, style);
  return {
    changes: [change],
    kind,
    name: clean(style, name),
    text: `${change.action.padEnd(WORD)}  ${what}`.trimEnd(),
    below: inline ? [] : differenceLines(change, style, INDENT),
  };
}

/** Where, or what in short. */
function whatOf(change: Change, style: Style): string {
  const { action, desired, observed } = change;
  if (action === "move" && desired?.kind === "account") {
    const from = observed?.item.kind === "account" ? observed.item.parent : "root";
    return clean(style, `${placeName(from)} ${glyphs(style).arrow} ${placeName(desired.parent)}`);
  }
  if (action === "create" && desired?.kind === "account") return clean(style, `in ${placeName(desired.parent)}`);
  if (action === "create" && desired?.kind === "policy") return count([desired.document.Statement].flat().length, "statement");
  if (action === "create" && desired?.kind === "organization") return "with all features";
  if (action === "update") {
    const policy = documents(change);
    const plain = plainDifferences(change).length;
    return [policy === undefined ? "" : policySummary(policy), plain === 0 ? "" : count(plain, "difference")].filter((part) => part !== "").join(", ");
  }
  return "";
}

/** Rows that say the same of many things become one that counts them. */
function merged(rows: readonly ChangeRow[], style: Style): ChangeRow[] {
  return groupBy(rows, ({ kind, text, below, changes: [change] }) => JSON.stringify([kind, change?.action, comparable(change, text), below])).flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < SAME_IN_ONE_ROW) return group;
    const names = listing(group.map(({ name }) => name), NAMES);
    return [{ ...first, changes: group.flatMap(({ changes }) => changes), name: count(group.length, PLURALS[first.kind] ?? first.kind), below: [`${INDENT}${clean(style, names)}`, ...first.below] }];
  });
}

const PLURALS: Readonly<Record<string, string>> = { ou: "OU", account: "account", scp: "SCP", rcp: "RCP" };

/** New things are never merged: each has a name to be read. */
const comparable = (change: Change | undefined, text: string): string => (change?.action === "create" ? change.address : text);

/** One row per policy and direction, naming its targets. */
function attachmentRows(changes: readonly Change[], style: Style, full: boolean): ChangeRow[] {
  return groupBy(changes, (change) => `${change.action} ${attachmentOf(change)?.policy ?? change.address}`).flatMap((group) => {
    const [first] = group;
    const policy = first === undefined ? undefined : attachmentOf(first)?.policy;
    if (first === undefined || policy === undefined) return [];
    const { kind, name } = labelOf(policy);
    const targets = group.map((change) => placeName(attachmentOf(change)?.target ?? change.address));
    const word = first.action === "attach" ? `attach ${glyphs(style).arrow}` : "detach from";
    const text = clean(style, `${word} ${full ? targets.join(", ") : listing(targets, NAMES)}`);
    return [{ changes: group, kind, name: clean(style, name), text, below: [] }];
  });
}

function attachmentOf(change: Change): AttachmentItem | undefined {
  const item = change.desired ?? change.observed?.item;
  return item?.kind === "attachment" ? item : undefined;
}
