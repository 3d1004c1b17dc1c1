import { type Cell, displayWidth, hang, pad, shorten } from "./layout.ts";
import { paint, type Mark, type Style } from "./style.ts";

/** A row whose head is in aligned columns and whose text says more about it. */
export interface ListRow {
  /** Stands in front of the head and may be painted; the same width in every row. */
  readonly prefix: string;
  readonly head: readonly Cell[];
  /** What stands behind the head; it may depend on the columns left for it. */
  readonly text: string | ((room: number) => string);
  readonly mark?: Mark;
}

/** A column takes at most this part of a line, so that the text stays in sight. */
const COLUMN_SHARE = 0.42;
/** With less room than this, long texts stand below their heads instead of beside them. */
const LEAST_ROOM = 24;
const GAP = 2;
/** How far a text below its head is indented beyond the prefix. */
const BELOW = 2;

/** The lines of each row. Texts stand all beside their heads, or, where the width does not carry that, all below. */
export function list(rows: readonly ListRow[], style: Style): string[][] {
  const columns = Math.max(0, ...rows.map(({ head }) => head.length));
  const most = Math.floor(style.width * COLUMN_SHARE);
  const widths = Array.from({ length: columns }, (_, column) => Math.min(most, Math.max(0, ...rows.map(({ head }) => displayWidth(head[column]?.text ?? "")))));
  const prefix = Math.max(0, ...rows.map((row) => displayWidth(row.prefix)));
  const room = style.width - prefix - widths.reduce((sum, width) => sum + width + (width === 0 ? 0 : GAP), 0);
  const isBeside = room >= LEAST_ROOM || rows.every(({ text }) => displayWidth(textFor(text, room)) <= room);
  return rows.map((row) => (isBeside ? beside(row, widths, room, style) : below(row, widths, prefix, style)));
}

const textFor = (text: ListRow["text"], room: number): string => (typeof text === "string" ? text : text(room));

function beside(row: ListRow, widths: readonly number[], room: number, style: Style): string[] {
  const cells = row.head.map(({ text, mark }, column) => {
    const width = widths[column] ?? 0;
    const cut = shorten(text, width, style);
    return width === 0 ? "" : paint(style, mark, cut) + " ".repeat(width - displayWidth(cut) + GAP);
  });
  return hang(row.prefix + cells.join(""), textFor(row.text, room), style, row.mark);
}

/** The head with nothing cut, and the text under it. */
function below(row: ListRow, widths: readonly number[], prefix: number, style: Style): string[] {
  const [first, ...others] = row.head;
  const isAlone = others.length === 0;
  const start = isAlone ? "" : paint(style, first?.mark, pad(first?.text ?? "", widths[0] ?? 0)) + " ".repeat(GAP);
  const rest = isAlone ? (first?.text ?? "") : others.map(({ text }) => text).filter((text) => text !== "").join(" ".repeat(GAP));
  const indent = " ".repeat(prefix + BELOW);
  const text = textFor(row.text, style.width - indent.length);
  return [...hang(row.prefix + start, rest, style, isAlone ? first?.mark : undefined), ...(text === "" ? [] : hang(indent, text, style, row.mark))];
}
