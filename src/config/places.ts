import type { Place } from "../diagnostics/index.ts";
import { spanFinder, type TextSpan } from "../policy/index.ts";

const EXCERPT_LINES = 3;

/** Turns offsets in a text into places; the lines are found once. */
export function placesIn(file: string, text: string): (start: number, end: number) => Place {
  const span = spanFinder(text);
  return (start, end) => placeOfSpan(file, text, span(start, end));
}

export function placeOfSpan(file: string, text: string, span: TextSpan): Place {
  const { line, column, endLine, endColumn } = span;
  const from = span.offset - column + 1;
  // The first three lines at most, looked for only as far as needed.
  const excerpt: string[] = [];
  let at = from;
  for (let n = line; n <= endLine && excerpt.length < EXCERPT_LINES && at <= text.length; n++) {
    const rest = /[\r\n]|$/.exec(text.slice(at, at + MAX_LINE));
    const length = rest?.index ?? MAX_LINE;
    excerpt.push(text.slice(at, at + length));
    at += length + (text.startsWith("\r\n", at + length) ? 2 : 1);
  }
  return { file, line, column, endLine, endColumn, excerpt };
}

/** A line longer than this is cut: minified JSON is one line. */
const MAX_LINE = 2_000;
