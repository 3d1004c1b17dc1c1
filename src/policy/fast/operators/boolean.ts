import type { Reading } from "../reading.ts";
import { atomsOf, TextPattern } from "../text-pattern.ts";
import { either, NO, type Truth, UNKNOWN, YES } from "../truth.ts";
import { piecesOf } from "../variable.ts";
import { type OperatorCompiler, plainTest, type ValueTest } from "./operator.ts";

/** Source: IAM User Guide, "Boolean condition operators". Open questions bool-spelling and variable-in-bool. */
export const booleanOperators: OperatorCompiler = {
  family: "boolean",
  compile(values, _use, variables) {
    const patterns = values.map((value) => new TextPattern(atomsOf(piecesOf(value, variables), false), true));
    if (patterns.some((pattern) => pattern.hasVariables)) return new VariableTest(patterns);
    const [wantsTrue, wantsFalse] = ["true", "false"].map((word) => patterns.some(({ literal }) => literal === word));
    return plainTest((value) => {
      const is = readBoolean(value);
      return (is === true && wantsTrue) || (is === false && wantsFalse) ? YES : NO;
    });
  },
};

/** Undefined for what is neither. */
export function readBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  if (text === "false") return false;
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

class VariableTest implements ValueTest {
  readonly #patterns: readonly TextPattern[];

  constructor(patterns: readonly TextPattern[]) {
    this.#patterns = patterns;
  }

  test(value: string, reading: Reading): Truth {
    if (readBoolean(value) === undefined) return NO;
    const text = value.toLowerCase();
    return this.#patterns.reduce<Truth>((found, pattern) => either(found, pattern.matchesRange(text, 0, text.length, reading)), NO);
  }

  missingKeys(value: string, reading: Reading): string[] {
    const text = value.toLowerCase();
    return this.#patterns.flatMap((pattern) => (pattern.matchesRange(text, 0, text.length, reading) === UNKNOWN ? pattern.missingKeys(reading) : []));
  }
}
