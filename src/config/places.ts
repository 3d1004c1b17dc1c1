import type { Place } from "../diagnostics/index.ts";
import { spanFinder, type TextSpan } from "../policy/index.ts";

const EXCERPT_LINES = 3;

/** A longer line is cut: minified JSON is one line. */
const MAX_LINE = 2_000;

/** Turns offsets in a text into places; the lines are found once. */
export function placesIn(file: string, text: string): (start: number, end: number) => Place {
  const span = spanFinder(text);
  return (start, end) => placeOfSpan(file, text, span(start, end));
}

export function placeOfSpan(file: string, text: string, { offset, line, column, endLine, endColumn }: TextSpan): Place {
  const excerpt: string[] = [];
  const lineEnd = /\r\n|[\r\n]|$/g;
  lineEnd.lastIndex = offset - column + 1;
  for (let n = line; n <= endLine && excerpt.length < EXCERPT_LINES; n++) {
    const start = lineEnd.lastIndex;
    const end = lineEnd.exec(text)?.index ?? text.length;
    excerpt.push(text.slice(start, Math.min(end, start + MAX_LINE)));
  }
  return { file, line, column, endLine, endColumn, excerpt };
}
