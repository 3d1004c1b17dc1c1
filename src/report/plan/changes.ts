import type { ItemKind } from "../../inventory/index.ts";
import type { Change, Plan } from "../../plan/index.ts";
import { byText } from "../json.ts";
import { paint, type Style } from "../style.ts";
import { drawNewTree, isInTree } from "./new-tree.ts";
import { columnsOf, drawRow } from "./draw-rows.ts";
import { rowsOf } from "./rows.ts";

/** The order a person reads a plan in: the frame, then what stands in it, then the rules about it. */
const READING_ORDER: readonly ItemKind[] = ["organization", "root", "policy-type", "ou", "account", "policy", "attachment"];

/** A reason that more changes share than this distinguishes none of them. */
const SHARED = 3;

export function changesBlock(plan: Plan, style: Style, full: boolean): string[] {
  if (plan.changes.length === 0) return [];
  const changes = inReadingOrder(plan.changes);
  const inTree = isInTree(changes);
  const before = rowsOf(changes.filter((change) => !inTree(change) && rank(change) < rank({ kind: "ou" })), style, full);
  const after = rowsOf(changes.filter((change) => !inTree(change) && rank(change) >= rank({ kind: "ou" })), style, full);
  const columns = columnsOf([...before, ...after], style);
  const sharedReasons = shared(changes);
  const draw = (rows: typeof before): string[] =>
    rows.flatMap((row) => drawRow(row, columns, style, full || !sharedReasons.has(row.changes[0]?.reason ?? "")));
  const sections = [draw(before), drawNewTree(changes.filter(inTree), style, full), draw(after)].filter((lines) => lines.length > 0);
  return [paint(style, "bold", "Changes"), ...sections.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))];
}

const rank = ({ kind }: Pick<Change, "kind">): number => READING_ORDER.indexOf(kind);

const inReadingOrder = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => rank(a) - rank(b) || byText(a.address, b.address));

function shared(changes: readonly Change[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { reason } of changes) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Set([...counts].filter(([, number]) => number > SHARED).map(([reason]) => reason));
}
