import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { displayWidth, hang, pad, shorten, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { listing } from "../words.ts";
import type { ChangeRow, RowContext } from "./rows.ts";


/** Widths of the columns kind and name, the same for every row of the block. */
export interface RowColumns {
  readonly kind: number;
  readonly name: number;
}

/** A name takes at most this part of the line, so that what happens to it stays in sight. */
const NAME_SHARE = 0.42;
/** With less room than this behind the name, what happens stands on the next line. */
const LEAST_ROOM = 28;
const BELOW = " ".repeat(6);

export function columnsOf(rows: readonly ChangeRow[], style: Style): RowColumns {
  const widest = (of: (row: ChangeRow) => string): number => Math.max(0, ...rows.map((row) => displayWidth(of(row))));
  return { kind: widest((row) => row.kind), name: Math.min(widest((row) => row.name), Math.floor(style.width * NAME_SHARE)) };
}

/** The lines of a row: symbol, kind, name, what happens, and dim the reason where the row does not say it already. */
export function drawRow(row: ChangeRow, columns: RowColumns, { style, full }: RowContext): string[] {
  const [change] = row.changes;
  if (change === undefined) return [];
  const { symbol, mark } = ACTIONS[change.action];
  const before = `  ${paint(style, mark, symbol)} ${pad(row.kind, columns.kind)}  `;
  const head = `${before}${pad(shorten(row.name, columns.name, style), columns.name)}  `;
  const room = style.width - displayWidth(head);
  const text = textOf(row, room, full);
  const beside = displayWidth(text) <= room || room >= LEAST_ROOM;
  const lines = beside
    ? hang(head, text, style)
    : [...hang(before, row.name, style), ...hang(BELOW, textOf(row, style.width - BELOW.length, full), style)];
  // What is added or differs explains itself; what goes away says why.
  const withReason = full || symbol === "-";
  return [...(withReason ? addReason(lines, clean(style, change.reason), style) : lines), ...row.below];
}

/** Fewer names than these are never shown, even if they take a second line. */
const LEAST_NAMES = 2;

/** No line is wide enough for more. */
const MOST_NAMES = 80;

/** The text with as many of its names as fit in the room. */
function textOf({ names, text }: ChangeRow, room: number, full: boolean): string {
  if (names === undefined) return text;
  if (full) return `${text} ${names.join(", ")}`;
  let most = Math.min(names.length, MOST_NAMES);
  while (most > LEAST_NAMES && displayWidth(`${text} ${listing(names, most)}`) > room) most -= 1;
  return `${text} ${listing(names, most)}`;
}

/** The reason goes behind the last line where it fits, else below. */
function addReason(lines: readonly string[], reason: string, style: Style): string[] {
  const last = lines.at(-1)?.trimEnd() ?? "";
  if (displayWidth(last) + 4 + displayWidth(reason) <= style.width) {
    return [...lines.slice(0, -1), `${last}  ${paint(style, "dim", `(${reason})`)}`];
  }
  return [...lines, ...wrap(`(${reason})`, style.width - 8).map((line) => `        ${paint(style, "dim", line)}`)];
}
