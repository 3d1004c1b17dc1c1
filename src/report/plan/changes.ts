import type { ItemKind } from "../../inventory/index.ts";
import type { Change, Plan } from "../../plan/index.ts";
import { groupBy } from "../group.ts";
import { byText } from "../json.ts";
import { hang } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { drawRows } from "./draw-rows.ts";
import { drawNewTree } from "./draw-new-tree.ts";
import { firstRows, mergeRows } from "./merge-rows.ts";
import { isInTree } from "./new-tree.ts";
import { type RowContext, rowsOf } from "./rows.ts";

/** The order a person reads a plan in: the frame, then what stands in it, then the rules about it. */
const READING_ORDER: readonly ItemKind[] = ["organization", "root", "trusted-access", "root-access", "policy-type", "ou", "account", "contact", "delegated-administrator", "delegation-policy", "policy", "attachment"];

/** What the file changes, and below it, apart, what only puts back what others changed. */
export function changesBlock(plan: Plan, style: Style, full: boolean): string[] {
  const intended = plan.changes.filter(({ cause }) => cause === undefined);
  const putBack = plan.changes.filter(({ cause }) => cause === "drift");
  const blocks = [block("Changes", intended, plan, style, full), block("To put back", putBack, plan, style, full)].filter((lines) => lines.length > 0);
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function block(title: string, some: readonly Change[], plan: Plan, style: Style, full: boolean): string[] {
  if (some.length === 0) return [];
  const context: RowContext = { style, full, plan };
  const changes = inReadingOrder(some);
  const inTree = isInTree(changes);
  const flat = changes.filter((change) => !inTree(change));
  const isFrame = (change: Change): boolean => rank(change) < rank({ kind: "ou" });
  const sections = [
    draw(flat.filter(isFrame), context),
    drawNewTree(changes.filter(inTree), style, full),
    draw(flat.filter((change) => !isFrame(change)), context),
  ].filter((lines) => lines.length > 0);
  return [paint(style, "bold", title), ...sections.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))];
}

function draw(changes: readonly Change[], context: RowContext): string[] {
  const kinds = groupBy(rowsOf(changes, context), ({ changes: [change] }) => change?.kind ?? "").map((rows) => (context.full ? { shown: rows, left: 0 } : firstRows(mergeRows(rows))));
  const left = kinds.reduce((sum, kind) => sum + kind.left, 0);
  const lines = drawRows(kinds.flatMap(({ shown }) => shown), context);
  return left === 0 ? lines : [...lines, ...hang("    ", `and ${count(left, "more change")}; --full shows all`, context.style)];
}

const rank = ({ kind }: Pick<Change, "kind">): number => READING_ORDER.indexOf(kind);

const inReadingOrder = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => rank(a) - rank(b) || byText(a.address, b.address));
