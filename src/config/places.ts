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
  for (let n = line, start = offset - column + 1; n <= endLine && excerpt.length < EXCERPT_LINES; n++, start = lineEnd.lastIndex) {
    const shown = text.slice(start, start + MAX_LINE);
    excerpt.push(shown.slice(0, /[\r\n]|$/.exec(shown)?.index));
    // The end of the last line is not looked for: it may be far, and every place of minified JSON is on that line.
    if (n === endLine) break;
    lineEnd.lastIndex = start;
    lineEnd.exec(text);
  }
  return { file, line, column, endLine, endColumn, excerpt };
}
