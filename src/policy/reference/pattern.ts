import { type Finding, NO, unknownFor, YES } from "./finding.ts";

/** One piece of a policy text: a character, a wildcard, or a variable whose value is not known. */
export type PatternPart =
  | { readonly kind: "character"; readonly character: string }
  /** `?`, one character; `*`, any number of them. */
  | { readonly kind: "one" | "any"; readonly pastColon: boolean }
  | { readonly kind: "unknown"; readonly key: string };

/** Every character of a text for itself: Unicode code points (open question question-mark-character). */
export const literalParts = (text: string): PatternPart[] => Array.from(text).map((character) => ({ kind: "character", character }));

/**
 * Whether a text has the form of a pattern.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource" and "Condition operators": `*` stands for any combination
 * of characters, `?` for any single character. Where a variable's value is not known, the answer is `no` only if no
 * value could make the text match.
 */
export function matchPattern(pattern: readonly PatternPart[], text: string): Finding {
  if (!matchesFrom(pattern, 0, Array.from(text), 0, new Set())) return NO;
  const keys = pattern.flatMap((part) => (part.kind === "unknown" ? part.key : []));
  return keys.length > 0 ? unknownFor(keys) : YES;
}

/** `failed` remembers the places that were tried in vain, so that many wildcards stay affordable. */
function matchesFrom(pattern: readonly PatternPart[], at: number, text: readonly string[], from: number, failed: Set<number>): boolean {
  const part = pattern[at];
  if (part === undefined) return from === text.length;
  const place = at * (text.length + 1) + from;
  if (failed.has(place)) return false;
  const character = text[from];
  const skips = part.kind === "any" || part.kind === "unknown";
  const matches =
    (skips && matchesFrom(pattern, at + 1, text, from, failed)) ||
    (character !== undefined && fits(part, character) && matchesFrom(pattern, skips ? at : at + 1, text, from + 1, failed));
  if (!matches) failed.add(place);
  return matches;
}

function fits(part: PatternPart, character: string): boolean {
  if (part.kind === "character") return part.character === character;
  return part.kind === "unknown" || part.pastColon || character !== ":";
}
