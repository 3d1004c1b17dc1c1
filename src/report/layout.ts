import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { glyphs, type Mark, paint, type Style } from "./style.ts";

/** Most texts: a column for each character, which need not be looked for. Screens are drawn with those beyond ASCII. */
const isPlain = (text: string): boolean => /^[ -~→…│├└─]*$/.test(text);

/** Columns a text takes on a terminal; escape sequences take none. */
export const displayWidth = (text: string): number => (isPlain(text) ? text.length : stringWidth(text));

export const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** Made when a text is first cut: that takes ten milliseconds. */
let segmenter: Intl.Segmenter | undefined;
const graphemes = (text: string): string[] => Array.from((segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text), (part) => part.segment);

/** As many graphemes from the front as fit. */
function take(parts: readonly string[], width: number): string {
  let taken = "";
  let used = 0;
  for (const part of parts) {
    used += displayWidth(part);
    if (used > width) break;
    taken += part;
  }
  return taken;
}

/** A text cut in the middle, where names differ least, to fit the width. Takes unpainted text. */
export function shorten(text: string, width: number, style: Style): string {
  if (displayWidth(text) <= width) return text;
  const { ellipsis } = glyphs(style);
  const room = width - displayWidth(ellipsis);
  if (room < 2) return take(graphemes(text), Math.max(0, width));
  const parts = graphemes(text);
  const head = take(parts, Math.ceil(room / 2));
  const tail = take(parts.toReversed(), room - displayWidth(head));
  return head + ellipsis + graphemes(tail).toReversed().join("");
}

/** A text cut at its end to fit the width. Takes unpainted text. */
export function cutEnd(text: string, width: number, style: Style): string {
  if (displayWidth(text) <= width) return text;
  const { ellipsis } = glyphs(style);
  return take(graphemes(text), Math.max(0, width - displayWidth(ellipsis))) + ellipsis;
}

/** Lines of a text, broken at spaces, and inside words only where a word alone is too long. */
export function wrap(text: string, width: number): string[] {
  if (text.length <= width && !text.startsWith(" ") && isPlain(text)) return [text.trimEnd()];
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split("\n").map((line) => line.trimEnd());
}

/** Wraps a text behind a prefix; later lines are indented to where the text began. */
export function hang(prefix: string, text: string, style: Style, mark?: Mark): string[] {
  const indent = displayWidth(prefix);
  return wrap(text, style.width - indent).map((line, index) => ((index === 0 ? prefix : " ".repeat(indent)) + paint(style, mark, line)).trimEnd());
}

/** What stands in quotes has spaces of its own; an unpaired quote is a letter. */
const SHELL_WORD = /(?:\\.|'[^']*'|"[^"]*"|[^ ])+/g;

/**
 * A command on lines of its own. One that is too long is continued with a backslash, so that it can still be copied;
 * a single word that is too long is left whole for the same reason.
 */
export function commandLines(command: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of command.trim().match(SHELL_WORD) ?? []) {
    const joined = line.trim() === "" ? line + word : `${line} ${word}`;
    if (line.trim() !== "" && displayWidth(joined) > width - 2) {
      lines.push(`${line} \\`);
      line = `${indent}  ${word}`;
    } else {
      line = joined;
    }
  }
  return [...lines, line];
}

/** One cell of a table. */
export interface Cell {
  readonly text: string;
  readonly mark?: Mark;
}

/** The least a column is cut to before a table becomes stacked blocks. */
const LEAST_COLUMN = 12;

/**
 * Rows in aligned columns. Long cells are cut in the middle, those of the last column are wrapped; when even that
 * does not fit, each row becomes a block: its first cell, and below it the others.
 */
export function table(rows: readonly (readonly Cell[])[], style: Style, indent = 2, gap = 2): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) => Math.max(0, ...rows.map((row) => displayWidth(row[column]?.text ?? ""))));
  const room = style.width - indent - gap * (count - 1);
  const fitted = fit(widths, room);
  return fitted === undefined ? rows.flatMap((row) => stacked(row, style, indent)) : rows.flatMap((row) => aligned(row, fitted, style, indent, gap));
}

/** Takes from the widest columns until all fit; undefined when they would become too narrow to read. */
function fit(widths: readonly number[], room: number): number[] | undefined {
  const fitted = [...widths];
  for (;;) {
    const excess = fitted.reduce((sum, width) => sum + width, 0) - room;
    if (excess <= 0) return fitted;
    const widest = fitted.indexOf(Math.max(...fitted));
    const second = Math.max(0, ...fitted.filter((_, index) => index !== widest));
    const width = fitted[widest] ?? 0;
    if (width <= LEAST_COLUMN) return undefined;
    fitted[widest] = Math.max(LEAST_COLUMN, Math.min(width - 1, Math.max(width - excess, second)));
  }
}

function aligned(row: readonly Cell[], widths: readonly number[], style: Style, indent: number, gap: number): string[] {
  const last = widths.length - 1;
  let line = " ".repeat(indent);
  for (const [column, cell] of row.entries()) {
    const width = widths[column] ?? 0;
    if (column === last) return hang(line, cell.text, style, cell.mark).map((text) => text.trimEnd());
    const text = shorten(cell.text, width, style);
    line += paint(style, cell.mark, text) + " ".repeat(width - displayWidth(text) + gap);
  }
  return [line.trimEnd()];
}

function stacked(row: readonly Cell[], style: Style, indent: number): string[] {
  const [first, ...others] = row.filter((cell) => cell.text !== "");
  if (first === undefined) return [];
  return [
    ...hang(" ".repeat(indent), first.text, style, first.mark),
    ...others.flatMap((cell) => hang(" ".repeat(indent + 4), cell.text, style, cell.mark)),
  ];
}
