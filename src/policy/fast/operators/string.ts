import type { Reading } from "../reading.ts";
import { atomsOf, TextPattern } from "../text-pattern.ts";
import { either, NO, not, type Truth, UNKNOWN, YES } from "../truth.ts";
import { piecesOf } from "../variable.ts";
import { type OperatorCompiler, plainTest, type ValueTest } from "./operator.ts";

/**
 * Source: IAM User Guide, "String condition operators": case counts, save with IgnoreCase; wildcards are those of
 * StringLike and StringNotLike only.
 */
export const stringOperators: OperatorCompiler = {
  family: "string",
  compile(values, { operator }, variables) {
    const folded = operator.name.endsWith("IgnoreCase");
    const patterns = values.map((value) => new TextPattern(atomsOf(piecesOf(value, variables), operator.wildcards), folded));
    const exact = patterns.filter((pattern) => pattern.isExact).map(({ literal }) => literal);
    const others = patterns.filter((pattern) => !pattern.isExact);
    return folded || others.length > 0 ? new PatternTest(exact, others, folded, operator.negated) : equalityTest(exact, operator.negated);
  },
};

/** The most frequent form: no wildcard and no variable. */
function equalityTest(values: readonly string[], negated: boolean): ValueTest {
  const found: Truth = negated ? NO : YES;
  const other = not(found);
  const [only] = values;
  if (values.length === 1) return plainTest((value) => (value === only ? found : other));
  const set = new Set(values);
  return plainTest((value) => (set.has(value) ? found : other));
}

class PatternTest implements ValueTest {
  readonly #exact: ReadonlySet<string>;
  readonly #patterns: readonly TextPattern[];
  readonly #folded: boolean;
  readonly #negated: boolean;

  constructor(exact: readonly string[], patterns: readonly TextPattern[], folded: boolean, negated: boolean) {
    this.#exact = new Set(exact);
    this.#patterns = patterns;
    this.#folded = folded;
    this.#negated = negated;
  }

  test(value: string, reading: Reading): Truth {
    const text = this.#folded ? value.toLowerCase() : value;
    let found: Truth = this.#exact.has(text) ? YES : NO;
    for (const pattern of this.#patterns) {
      if (found === YES) break;
      found = either(found, pattern.matchesRange(text, 0, text.length, reading));
    }
    return this.#negated ? not(found) : found;
  }

  missingKeys(value: string, reading: Reading): string[] {
    const text = this.#folded ? value.toLowerCase() : value;
    return this.#patterns.flatMap((pattern) => (pattern.matchesRange(text, 0, text.length, reading) === UNKNOWN ? pattern.missingKeys(reading) : []));
  }
}
