import type { Place } from "../diagnostics/index.ts";

export type FindPlace = (offset: number, endOffset: number) => Place;

const MAX_EXCERPT_LINES = 4;

/** Turns offsets of one file's text into places; lines end with LF or CRLF. */
export function placeFinder(file: string, text: string): FindPlace {
  const lines = text.split("\n");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const at = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (offset, endOffset) => {
    const from = at(offset);
    const to = at(Math.max(offset, endOffset));
    const excerpt = lines.slice(from.line - 1, Math.min(to.line, from.line - 1 + MAX_EXCERPT_LINES)).map((line) => line.replace(/\r$/, ""));
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, excerpt };
  };
}

/** The first character of a file, for what concerns the whole of it. */
export const startOf = (file: string, text = ""): Place => placeFinder(file, text)(0, 0);
