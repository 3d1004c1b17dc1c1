import type { ValuePath } from "../diagnostics/index.ts";
import type { SCHEMAS } from "./shape-schemas.ts";

/** The thing a path leads into, in words people know it by. */
export interface Subject {
  readonly kind: keyof typeof SCHEMAS;
  /** For the middle of a sentence: `account "log-archive"`. */
  readonly words: string;
  /** What is left of the path inside the thing. */
  readonly rest: ValuePath;
}

/** A name as it is shown in a sentence: in quotes, control characters escaped, cut when very long. */
export function quoted(name: string | number): string {
  const text = JSON.stringify(String(name));
  return text.length > 82 ? `${text.slice(0, 80)}…"` : text;
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function ordinal(index: number): string {
  const n = index + 1;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}
