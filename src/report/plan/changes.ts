import type { ItemKind } from "../../inventory/index.ts";
import type { Change, Plan } from "../../plan/index.ts";
import { groupBy } from "../group.ts";
import { byText } from "../json.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { type RowColumns, columnsOf, drawRow } from "./draw-rows.ts";
import { drawNewTree } from "./draw-new-tree.ts";
import { isInTree } from "./new-tree.ts";
import { type ChangeRow, type RowContext, rowsOf } from "./rows.ts";

/** The order a person reads a plan in: the frame, then what stands in it, then the rules about it. */
const READING_ORDER: readonly ItemKind[] = ["organization", "root", "policy-type", "ou", "account", "policy", "attachment"];

/** More rows of one kind than this are counted, unless all are asked for. */
const MOST_OF_ONE_KIND = 30;

export function changesBlock(plan: Plan, style: Style, full: boolean): string[] {
  if (plan.changes.length === 0) return [];
  const context: RowContext = { style, full, plan };
  const changes = inReadingOrder(plan.changes);
  const inTree = isInTree(changes);
  const flat = changes.filter((change) => !inTree(change));
  const before = rowsOf(flat.filter((change) => rank(change) < rank({ kind: "ou" })), context);
  const after = rowsOf(flat.filter((change) => rank(change) >= rank({ kind: "ou" })), context);
  const columns = columnsOf([...before, ...after], style);
  const sections = [draw(before, columns, context), drawNewTree(changes.filter(inTree), style, full), draw(after, columns, context)];
  const filled = sections.filter((lines) => lines.length > 0);
  return [paint(style, "bold", "Changes"), ...filled.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))];
}

function draw(rows: readonly ChangeRow[], columns: RowColumns, context: RowContext): string[] {
  return groupBy(rows, ({ changes: [change] }) => change?.kind ?? "").flatMap((group) => {
    const shown = context.full ? group : group.slice(0, MOST_OF_ONE_KIND);
    const left = group.slice(shown.length).flatMap(({ changes }) => changes).length;
    const lines = shown.flatMap((row) => drawRow(row, columns, context));
    return left === 0 ? lines : [...lines, `    and ${count(left, "more", "more")}; --full shows all`];
  });
}

const rank = ({ kind }: Pick<Change, "kind">): number => READING_ORDER.indexOf(kind);

const inReadingOrder = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => rank(a) - rank(b) || byText(a.address, b.address));
