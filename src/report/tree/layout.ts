import { displayWidth, pad, shorten, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import type { TreeLine } from "./lines.ts";

/** A name keeps at least this much before columns are left out for it. */
const LEAST_NAME = 20;

/** Aligns the cells of accounts; leaves out the last columns where the width does not carry them. */
export function layOutTree(lines: readonly TreeLine[], style: Style): string[] {
  const accounts = lines.filter(({ cells }) => cells.length > 0);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...accounts.map(({ cells }) => displayWidth(cells[column] ?? ""))));
  const longest = Math.max(0, ...accounts.map(({ branch, name }) => displayWidth(branch + name)));
  const deepest = Math.max(0, ...accounts.map(({ branch }) => displayWidth(branch)));
  const columns = [...widths.entries()].filter(([, width]) => width > 0);
  const taken = (): number => columns.reduce((sum, [, width]) => sum + width + 2, 0);
  while (columns.length > 1 && style.width - taken() < Math.min(longest, deepest + LEAST_NAME)) columns.pop();
  const first = Math.max(1, Math.min(longest, style.width - taken()));
  return lines.flatMap((line) => {
    const isAccount = line.cells.length > 0;
    const room = (isAccount ? first : style.width) - displayWidth(line.branch);
    const name = shorten(line.name, Math.max(4, room), style);
    const head = paint(style, "dim", line.branch) + paint(style, line.mark, name);
    if (!isAccount) return withNotes(head, line, style);
    const padding = " ".repeat(Math.max(0, room - displayWidth(name)));
    return withNotes(head + padding + columns.map(([column, width]) => `  ${pad(line.cells[column] ?? "", width)}`).join(""), line, style);
  });
}

/** Notes follow while they fit; the rest goes below, behind the trunk, so that the tree stays whole. */
function withNotes(head: string, { notes, below }: TreeLine, style: Style): string[] {
  const lines = [head];
  const indent = `${paint(style, "dim", below)}  `;
  for (const { text, mark } of notes) {
    const last = lines.at(-1) ?? "";
    if (displayWidth(last) + 2 + displayWidth(text) <= style.width) {
      lines[lines.length - 1] = `${last}  ${paint(style, mark, text)}`;
    } else if (displayWidth(last.trimEnd()) + 2 + displayWidth(text) <= style.width) {
      lines[lines.length - 1] = `${last.trimEnd()}  ${paint(style, mark, text)}`;
    } else {
      const room = style.width - displayWidth(indent);
      lines.push(...wrap(text, room).map((part) => indent + paint(style, mark, part)));
    }
  }
  return lines.map((line) => line.trimEnd());
}
