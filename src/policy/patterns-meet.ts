import { arnPatternFields } from "./arn-fields.ts";
import { VARIABLE } from "./variables.ts";

/**
 * Whether some text is matched by both patterns, with `*` and `?` in either; a variable may stand for any text. Case
 * counts: give both in lower case where it does not.
 */
export function patternsMeet(a: string, b: string): boolean {
  const [left, right] = [symbols(a), symbols(b)];
  /** `meets[j]`: what is left of `a` from the row's place meets what is left of `b` from j. */
  let below = row(right.length, () => false);
  for (let i = left.length; i >= 0; i--) {
    const meets = row(right.length, () => false);
    for (let j = right.length; j >= 0; j--) meets[j] = meetAt(left[i], right[j], { next: below[j] === true, other: meets[j + 1] === true, both: below[j + 1] === true });
    below = meets;
  }
  return below[0] === true;
}

/** The same for ARNs, field by field; the last field of a shortened one meets all that is left of the other. */
export function arnsMeet(a: string, b: string): boolean {
  const [fields, others] = [arnPatternFields(a), arnPatternFields(b)];
  if (fields === undefined || others === undefined) return patternsMeet(a, b);
  const last = Math.min(fields.length, others.length) - 1;
  return fields.slice(0, last).every((field, index) => patternsMeet(field, others[index] ?? "")) && patternsMeet(fields.slice(last).join(":"), others.slice(last).join(":"));
}

const row = (length: number, make: () => boolean): boolean[] => Array.from({ length: length + 1 }, make);

interface Rest {
  /** One symbol further in the first pattern, in the second, in both. */
  readonly next: boolean;
  readonly other: boolean;
  readonly both: boolean;
}

function meetAt(a: string | undefined, b: string | undefined, { next, other, both }: Rest): boolean {
  if (a === undefined && b === undefined) return true;
  if (a === "*") return next || (b !== undefined && other);
  if (b === "*") return other || (a !== undefined && next);
  return a !== undefined && b !== undefined && (a === "?" || b === "?" || a === b) && both;
}

const symbols = (pattern: string): string[] => Array.from(pattern.replaceAll(VARIABLE, "*"));
