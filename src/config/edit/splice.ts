import type { WrittenEntry, WrittenObject } from "./written.ts";

/** How a format writes what is put in. */
export interface Notation {
  /** `key: value` on one line or several, the later ones indented by `indent`. */
  entry(key: string, value: unknown, indent: string): string;
  key(key: string): string;
  /** Whether a comma may follow the last entry, and does where the entries have lines of their own. */
  readonly trailingComma: boolean;
  /** Whether braces may not span lines, as in YAML. */
  readonly inline?: boolean;
}

const UNIT = "  ";

/** Puts an entry behind the last one, or in front of another, in the way in which the others stand; all other bytes stay. */
export function inserted(text: string, object: WrittenObject, key: string, value: unknown, notation: Notation, before?: string): string {
  const next = object.entries.findIndex((entry) => entry.key === before);
  if (next >= 0) return insertedAt(text, object, next, key, value, notation);
  const last = object.entries.at(-1);
  if (object.braces === undefined) return last === undefined ? text : insertedIntoBlock(text, last, key, value, notation);
  const { open, close } = object.braces;
  const inner = text.slice(open, close);
  if (!inner.includes("\n")) {
    if (last === undefined) return splice(text, open, close, intoEmpty(text, { open, close }, key, value, notation));
    const comma = /,\s*$/.test(inner) ? "" : ",";
    return splice(text, open + inner.trimEnd().length, close, `${comma} ${notation.entry(key, value, indentAt(text, open))} `);
  }
  const indent = last === undefined ? indentAt(text, open) + UNIT : indentAt(text, last.keyStart);
  const entry = `${indent}${notation.entry(key, value, indent)}${notation.trailingComma ? "," : ""}`;
  const withComma = last === undefined ? text : commaBehind(text, last, close);
  const moved = withComma.length - text.length;
  const lineOfClose = withComma.lastIndexOf("\n", close + moved) + 1;
  // A brace that shares its line with the last entry goes to a line of its own.
  if (withComma.slice(lineOfClose, close + moved).trim() !== "") return splice(withComma, close + moved, close + moved, `\n${entry}\n${indent.slice(UNIT.length)}`);
  return splice(withComma, lineOfClose, lineOfClose, `${entry}\n`);
}

/** Right behind the entry in front, so that comments above the next one stay with it. */
function insertedAt(text: string, { braces, entries }: WrittenObject, index: number, key: string, value: unknown, notation: Notation): string {
  const [front, next] = [entries[index - 1], entries[index]];
  const nextStart = next?.keyStart ?? text.length;
  if (braces !== undefined && !text.slice(braces.open, braces.close).includes("\n")) {
    const entry = notation.entry(key, value, indentAt(text, braces.open));
    return front === undefined ? splice(text, braces.open, braces.open, ` ${entry},`) : splice(text, front.valueEnd, front.valueEnd, `, ${entry}`);
  }
  const lineOfNext = text.lastIndexOf("\n", nextStart - 1) + 1;
  const indent = " ".repeat(nextStart - lineOfNext);
  const entry = `${indent}${notation.entry(key, value, indent)}${braces === undefined ? "" : ","}`;
  if (front === undefined && braces === undefined) return splice(text, lineOfNext, lineOfNext, `${entry}\n`);
  const end = endOfLine(text, front === undefined ? (braces?.open ?? lineOfNext) : Math.max(front.keyEnd, trimmedEnd(text, front.valueEnd)));
  return splice(text, end, end, `\n${entry}`);
}

const WIDTH = 100;

/** On the line of the braces where that holds an object already and has room, and in YAML; else on a line of its own. */
function intoEmpty(text: string, { open, close }: { open: number; close: number }, key: string, value: unknown, notation: Notation): string {
  const outer = indentAt(text, open);
  const entry = notation.entry(key, value, outer);
  const line = text.slice(text.lastIndexOf("\n", open - 1) + 1, endOfLine(text, close));
  const isNested = line.slice(0, open - 1 - text.lastIndexOf("\n", open - 1) - 1).includes("{");
  if (notation.inline || (isNested && !entry.includes("\n") && line.length + entry.length + 2 <= WIDTH)) return ` ${entry} `;
  return `\n${outer}${UNIT}${notation.entry(key, value, outer + UNIT)}${notation.trailingComma ? "," : ""}\n${outer}`;
}

function insertedIntoBlock(text: string, last: WrittenEntry, key: string, value: unknown, notation: Notation): string {
  const indent = " ".repeat(last.keyStart - (text.lastIndexOf("\n", last.keyStart - 1) + 1));
  const end = endOfLine(text, Math.max(last.keyEnd, trimmedEnd(text, last.valueEnd)));
  return splice(text, end, end, `\n${indent}${notation.entry(key, value, indent)}`);
}

/** Takes an entry out, with the line that it leaves empty. */
export function removed(text: string, object: WrittenObject, entry: WrittenEntry, { trailingComma }: Notation): string {
  const lineStart = text.lastIndexOf("\n", entry.keyStart - 1) + 1;
  const valueEnd = Math.max(entry.keyEnd, trimmedEnd(text, entry.valueEnd));
  const hasBraces = object.braces !== undefined;
  const end = valueEnd + (hasBraces ? (/^\s*,/.exec(text.slice(valueEnd))?.[0].length ?? 0) : 0);
  const isLast = object.entries.at(-1) === entry;
  const before = isLast ? object.entries.at(-2) : undefined;
  const isAlone = text.slice(lineStart, entry.keyStart).trim() === "" && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end));
  if (isAlone) {
    const without = splice(text, lineStart, Math.min(text.length, endOfLine(text, end) + (text[endOfLine(text, end)] === "\r" ? 2 : 1)), "");
    return hasBraces && !trailingComma && before !== undefined ? withoutCommaBehind(without, before.valueEnd) : without;
  }
  if (before !== undefined) return splice(text, before.valueEnd, end, "");
  return splice(text, entry.keyStart, end + (/^ */.exec(text.slice(end))?.[0].length ?? 0), "");
}

function withoutCommaBehind(text: string, end: number): string {
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  return comma === 0 ? text : splice(text, end + comma - 1, end + comma, "");
}

/** Writes another value where the entry's stands. */
export const replaced = (text: string, entry: WrittenEntry, value: string): string => splice(text, entry.valueStart, trimmedEnd(text, entry.valueEnd), value);

export const renamed = (text: string, entry: WrittenEntry, key: string): string => splice(text, entry.keyStart, entry.keyEnd, key);

function commaBehind(text: string, last: WrittenEntry, close: number): string {
  return /^\s*,/.test(withoutComments(text.slice(last.valueEnd, close))) ? text : splice(text, last.valueEnd, last.valueEnd, ",");
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g, "");

/** A block of YAML ends behind the line breaks that follow it. */
const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end - (text[end - 1] === "\r" ? 1 : 0);
};

/** The white space that the line of an offset begins with. */
export const indentAt = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))?.[0] ?? "";

const splice = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);
