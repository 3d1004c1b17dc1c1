import { arnPatternFields } from "./arn-fields.ts";
import { hasVariable, VARIABLE } from "./variables.ts";

/**
 * Whether some text is matched by both patterns, with `*` and `?` in either; a variable may stand for any text. Case
 * counts: give both in lower case where it does not.
 */
export function patternsMeet(a: string, b: string): boolean {
  const [left, right] = [withoutVariables(a), withoutVariables(b)];
  const [start, shorter] = [sameStart(left, right), Math.min(left.length, right.length)];
  if (start === undefined) return false;
  const end = sameEnd(left, right, shorter - start);
  if (end === undefined) return false;
  const [x, y] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (x === "" || y === "") return ONLY_STARS.test(x + y);
  return x === "*" || y === "*" || symbolsMeet(Array.from(x), Array.from(y));
}

const ONLY_STARS = /^\**$/;
const isWild = (symbol: string | undefined): boolean => symbol === "*" || symbol === "?";

/** How many letters both begin with, up to the first wildcard or end; undefined where the letters differ there. */
function sameStart(a: string, b: string): number | undefined {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    if (isWild(a[at]) || isWild(b[at])) return at;
    if (a[at] !== b[at]) return undefined;
  }
  return most;
}

/** The same from the end, of `most` letters. */
function sameEnd(a: string, b: string, most: number): number | undefined {
  for (let at = 1; at <= most; at++) {
    const [one, other] = [a[a.length - at], b[b.length - at]];
    if (isWild(one) || isWild(other)) return at - 1;
    if (one !== other) return undefined;
  }
  return most;
}

function symbolsMeet(left: readonly string[], right: readonly string[]): boolean {
  /** `meets[j]`: what is left of `a` from the row's place meets what is left of `b` from j. */
  let below: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const meets = Array.from({ length: right.length + 1 }, () => false);
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

const withoutVariables = (pattern: string): string => (hasVariable(pattern) ? pattern.replaceAll(VARIABLE, "*") : pattern);
