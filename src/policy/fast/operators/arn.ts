import { FIELDS, splitFields } from "../arn-fields.ts";
import type { Reading } from "../reading.ts";
import { atomsOf, TextPattern } from "../text-pattern.ts";
import { either, NO, not, type Truth, UNKNOWN, YES } from "../truth.ts";
import { piecesOf } from "../variable.ts";
import type { OperatorCompiler, ValueTest } from "./operator.ts";

/**
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators": ArnEquals is ArnLike; each of the six fields is
 * matched on its own, with wildcards. Open questions short-arn-in-condition and unreadable-request-value.
 */
export const arnOperators: OperatorCompiler = {
  family: "arn",
  compile: (values, { operator }, variables) =>
    new ArnTest(values.map((value) => compileArn(value, variables)).filter((arn) => arn !== undefined), operator.negated),
};

/** Patterns of the six fields; none at all for every ARN. */
type ArnPattern = readonly TextPattern[];

function compileArn(value: string, variables: boolean): ArnPattern | undefined {
  if (value === "*") return [];
  const fields = splitFields(value, variables);
  if (fields.length !== FIELDS) return undefined;
  return fields.map((field) => new TextPattern(atomsOf(piecesOf(field, variables), true)));
}

class ArnTest implements ValueTest {
  readonly #patterns: readonly ArnPattern[];
  readonly #negated: boolean;

  constructor(patterns: readonly ArnPattern[], negated: boolean) {
    this.#patterns = patterns;
    this.#negated = negated;
  }

  test(value: string, reading: Reading): Truth {
    if (!findFields(value)) return NO;
    let found: Truth = NO;
    for (const pattern of this.#patterns) {
      if (found === YES) break;
      found = either(found, fieldsMatch(pattern, value, reading));
    }
    return this.#negated ? not(found) : found;
  }

  missingKeys(value: string, reading: Reading): string[] {
    if (!findFields(value)) return [];
    return this.#patterns.flatMap((pattern) => (fieldsMatch(pattern, value, reading) === UNKNOWN ? pattern.flatMap((field) => field.missingKeys(reading)) : []));
  }
}

function fieldsMatch(pattern: ArnPattern, value: string, reading: Reading): Truth {
  let found: Truth = YES;
  for (let index = pattern.length - 1; index >= 0; index--) {
    const to = index === 5 ? value.length : (STARTS[index + 1] ?? 0) - 1;
    const fits = pattern[index]?.matchesRange(value, STARTS[index] ?? 0, to, reading) ?? NO;
    if (fits === NO) return NO;
    if (fits < found) found = fits;
  }
  return found;
}

/** Where the fields of the ARN begin that was looked at last. */
const STARTS = new Int32Array(6);
let lastText = "";
let lastIsArn = false;

/** Whether a text is an ARN; many statements ask the same of `aws:PrincipalArn`. */
function findFields(text: string): boolean {
  if (text === lastText) return lastIsArn;
  lastText = text;
  lastIsArn = text.startsWith("arn:");
  for (let index = 1; index < 6 && lastIsArn; index++) {
    const colon = text.indexOf(":", STARTS[index - 1]);
    if (colon < 0) lastIsArn = false;
    STARTS[index] = colon + 1;
  }
  return lastIsArn;
}
