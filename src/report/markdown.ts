import { cleanText } from "./clean.ts";

/** Text from outside as a code span, in which nothing is a mention, a link or markup. */
export function codeSpan(text: string): string {
  const cleaned = cleanText(text, " ").trim();
  const ticks = "`".repeat(longestRun(cleaned) + 1);
  // A space apart keeps a backtick at either end inside the span.
  const space = cleaned.startsWith("`") || cleaned.endsWith("`") ? " " : "";
  return cleaned === "" ? "` `" : `${ticks}${space}${cleaned}${space}${ticks}`;
}

/** Markup, mentions, and what GitHub makes a link of without any: the colon of an address, and the dot after www. */
const MEANING = /[\\`*_[\]<>#|@~&]|(?<=(?:https?|ftp)):(?=\/\/)|(?<=\bwww)\./gi;

/** Text from outside in a sentence: whatever would be markup, a link or a mention is written as a character reference. */
export const plainText = (text: string): string => cleanText(text, " ").replace(MEANING, (character) => `&#${character.charCodeAt(0)};`);

/** Lines in a fence that none of them can close. */
export function fence(lines: readonly string[], language: string): string[] {
  const ticks = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${ticks}${language}`, ...lines, ticks];
}

/** A folded part, with the empty lines that Markdown inside HTML needs. */
export const details = (summary: string, lines: readonly string[]): string[] => [`<details><summary>${summary}</summary>`, "", ...lines, "", "</details>"];

const longestRun = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
