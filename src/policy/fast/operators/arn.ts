import { FIELDS } from "../../arn-fields.ts";
import type { Reading } from "../reading.ts";
import { type Atom, atomsOf, TextPattern } from "../text-pattern.ts";
import { either, NO, not, type Truth, UNKNOWN, YES } from "../truth.ts";
import { piecesOf, type Variable, valueOf } from "../variable.ts";
import { fieldsOf, matchesWithVariables } from "./arn-variables.ts";
import { findFields, fieldEnd, STARTS } from "./arn-value.ts";
import type { OperatorCompiler, ValueTest } from "./operator.ts";

/**
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators": ArnEquals is ArnLike; each of the six fields is
 * matched on its own, with wildcards. Open questions short-arn-in-condition and unreadable-request-value.
 */
export const arnOperators: OperatorCompiler = {
  family: "arn",
  compile: (values, { operator }, variables) => new ArnTest(values.map((value) => compileArn(value, variables)), operator.negated),
};

interface ArnPattern {
  /** Of the six fields; none where the pattern has fewer, unless a variable brings more. */
  readonly fields: readonly TextPattern[] | undefined;
  readonly any: boolean;
  readonly atoms: readonly Atom[];
  readonly variables: readonly Variable[];
}

function compileArn(value: string, variables: boolean): ArnPattern {
  const atoms = atomsOf(piecesOf(value, variables), true);
  const fields = fieldsOf(atoms).map((field) => new TextPattern(field));
  return {
    fields: fields.length === FIELDS ? fields : undefined,
    any: value === "*",
    atoms,
    variables: atoms.flatMap((atom) => (atom.kind === "variable" ? [atom.variable] : [])),
  };
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
      found = either(found, matchesArn(pattern, value, reading));
    }
    return this.#negated ? not(found) : found;
  }

  missingKeys(value: string, reading: Reading): string[] {
    if (!findFields(value)) return [];
    const unsure = this.#patterns.filter((pattern) => matchesArn(pattern, value, reading) === UNKNOWN);
    return unsure.flatMap(({ atoms }) => new TextPattern(atoms).missingKeys(reading));
  }
}

function matchesArn({ any, fields, atoms, variables }: ArnPattern, value: string, reading: Reading): Truth {
  if (any) return YES;
  for (const variable of variables) {
    const text = valueOf(variable, reading);
    // Open question variable-in-arn-condition: a colon of a value separates fields.
    if (text === null || text?.includes(":") === true) return matchesWithVariables(atoms, value, reading);
  }
  return fields === undefined ? NO : fieldsMatch(fields, value, reading);
}

/** From the end, where patterns differ most. */
function fieldsMatch(fields: readonly TextPattern[], value: string, reading: Reading): Truth {
  for (let index = FIELDS - 1; index >= 0; index--) {
    if (fields[index]?.matchesRange(value, STARTS[index] ?? 0, fieldEnd(value, index), reading) !== YES) return NO;
  }
  return YES;
}
