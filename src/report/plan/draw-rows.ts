import { displayWidth, hang, pad, shorten, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { clean } from "../clean.ts";
import type { ChangeRow } from "./rows.ts";
import { SYMBOLS } from "./symbols.ts";

/** Widths of the columns kind and name, the same for every row of the block. */
export interface RowColumns {
  readonly kind: number;
  readonly name: number;
}

/** A name takes at most this part of the line, so that what happens to it stays in sight. */
const NAME_SHARE = 0.42;
/** With less room than this behind the name, what happens stands on the next line. */
const LEAST_ROOM = 22;

export function columnsOf(rows: readonly ChangeRow[], style: Style): RowColumns {
  const name = Math.max(0, ...rows.map((row) => displayWidth(row.name)));
  return { kind: Math.max(0, ...rows.map((row) => displayWidth(row.kind))), name: Math.min(name, Math.floor(style.width * NAME_SHARE)) };
}

/** The lines of a row: symbol, kind, name, what happens, and dim the reason. */
export function drawRow(row: ChangeRow, columns: RowColumns, style: Style, withReason: boolean): string[] {
  const [change] = row.changes;
  if (change === undefined) return [];
  const { symbol, mark } = SYMBOLS[change.action];
  const head = `  ${paint(style, mark, symbol)} ${pad(row.kind, columns.kind)}  ${pad(shorten(row.name, columns.name, style), columns.name)}  `;
  const room = style.width - displayWidth(head);
  const fits = displayWidth(row.text) <= room || room >= LEAST_ROOM;
  const lines = fits
    ? hang(head, row.text, style)
    : [head.trimEnd(), ...hang(" ".repeat(6), row.text, style)];
  return [...(withReason ? addReason(lines, clean(style, change.reason), style) : lines), ...row.below];
}

/** The reason goes behind the last line where it fits, else below. */
function addReason(lines: readonly string[], reason: string, style: Style): string[] {
  const last = lines.at(-1)?.trimEnd() ?? "";
  if (displayWidth(last) + 4 + displayWidth(reason) <= style.width) {
    return [...lines.slice(0, -1), `${last}  ${paint(style, "dim", `(${reason})`)}`];
  }
  return [...lines, ...wrap(`(${reason})`, style.width - 8).map((line) => `        ${paint(style, "dim", line)}`)];
}
