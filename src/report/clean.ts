import { glyphs, type Style } from "./style.ts";

/* eslint-disable no-control-regex -- control characters are what this file is about */

/** Operating system commands and their like, up to their end: titles, links, clipboard writes. */
const STRING_SEQUENCE = /(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)/g;
const CONTROL_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]/g;
const OTHER_ESCAPE = /\u001B[ -/]*[0-~]?/g;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/g;
/** Marks that reorder or hide text: bidirectional controls, zero-width ones, soft hyphen, tag characters. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text from outside, safe on one line of a terminal: names, tags, descriptions, AWS's messages. Escape sequences,
 * control characters and marks that reorder or hide text are removed; a line break becomes `newline`.
 */
export function cleanText(text: string, newline = "␤"): string {
  return text
    .replace(STRING_SEQUENCE, "")
    .replace(CONTROL_SEQUENCE, "")
    .replace(OTHER_ESCAPE, "")
    .replace(LINE_BREAK, newline)
    .replaceAll("\t", " ")
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATE, "\uFFFD");
}

/** How many characters `cleanText` leaves out of a text: those that hide, reorder or control. Two texts may look alike but for these. */
export function leftOut(text: string): number {
  const joined = text.replaceAll("\r\n", "\n");
  return Array.from(joined).length - Array.from(cleanText(joined, " ")).length;
}

/** `cleanText` with the line break that the style can draw. */
export const clean = (style: Style, text: string): string => cleanText(text, glyphs(style).newline);

/** A text whose line breaks are meant, for forms that are no screen. */
export const cleanKeepingLines = (text: string): string => text.split(/\r\n|\n/).map((line) => cleanText(line, " ").trimEnd()).join("\n");

/** The lines of a text whose line breaks are meant, each cleaned. */
export const cleanLines = (style: Style, text: string): string[] => text.split(/\r\n|\n/).map((line) => clean(style, line).trimEnd());
