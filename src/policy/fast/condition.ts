import type { ConditionBlock } from "../document.ts";
import { type OperatorUse, parseOperator } from "../operators.ts";
import { listOf } from "../shape.ts";
import { keyId, keyName } from "./keys.ts";
import { compilerOf } from "./operators/index.ts";
import { compileNull } from "./operators/null.ts";
import type { ValueTest } from "./operators/operator.ts";
import type { Reading } from "./reading.ts";
import { both, either, NO, type Truth, UNKNOWN, YES } from "./truth.ts";

/** One operator on one key. */
export interface Condition {
  matches(reading: Reading): Truth;
  /** Names of the unknown keys it hangs on, when it is UNKNOWN. */
  missingKeys(reading: Reading): string[];
}

/**
 * All must hold. Source: IAM User Guide, "Conditions with multiple context keys or values".
 * An operator that AWS does not have was refused before.
 */
export function compileConditions(block: ConditionBlock | undefined, variables: boolean): Condition[] {
  return Object.entries(block ?? {}).flatMap(([operator, keys]) => {
    const use = parseOperator(operator);
    if (use === undefined) throw new RangeError(`no condition operator ${operator}`);
    return Object.entries(keys).map(([key, values]) => compileCondition(use, key, listOf(values).map(String), variables));
  });
}

function compileCondition(use: OperatorUse, key: string, values: readonly string[], variables: boolean): Condition {
  if (use.operator.family === "null") return new Presence(key, values);
  const test = compilerOf(use.operator.family).compile(values, use, variables && use.operator.variables);
  return new Comparison(key, test, use);
}

class Presence implements Condition {
  readonly #key: number;
  readonly #present: Truth;
  readonly #absent: Truth;

  constructor(key: string, values: readonly string[]) {
    const { present, absent } = compileNull(values);
    this.#key = keyId(key);
    this.#present = present;
    this.#absent = absent;
  }

  matches(reading: Reading): Truth {
    if (reading.value(this.#key) !== undefined) return this.#present;
    return reading.mayExist(this.#key) ? UNKNOWN : this.#absent;
  }

  missingKeys(): string[] {
    return [keyName(this.#key)];
  }
}

class Comparison implements Condition {
  readonly #key: number;
  readonly #test: ValueTest;
  readonly #qualifier: OperatorUse["qualifier"];
  /** What holds when the key is not in the request. */
  readonly #absent: Truth;
  /** The same for the empty text, which is no member of a set: open question empty-text-of-a-set. */
  readonly #emptyText: Truth | undefined;

  constructor(key: string, test: ValueTest, { operator, qualifier, ifExists }: OperatorUse) {
    this.#key = keyId(key);
    this.#test = test;
    this.#qualifier = qualifier;
    const holds = ifExists || qualifier === "ForAllValues" || (qualifier === undefined && operator.negated);
    this.#absent = holds ? YES : NO;
    this.#emptyText = qualifier === undefined ? undefined : qualifier === "ForAllValues" ? YES : NO;
  }

  matches(reading: Reading): Truth {
    const value = reading.value(this.#key);
    if (value === "" && this.#emptyText !== undefined) return this.#emptyText;
    if (typeof value === "string") return this.#test.test(value, reading);
    if (value === undefined) return reading.mayExist(this.#key) ? UNKNOWN : this.#absent;
    return this.#several(value, reading);
  }

  /** Open question plain-operator-several-values. */
  #several(values: readonly string[], reading: Reading): Truth {
    if (this.#qualifier === undefined) return NO;
    const all = this.#qualifier === "ForAllValues";
    let found: Truth = all ? YES : NO;
    for (const value of values) {
      const holds = this.#test.test(value, reading);
      found = all ? both(found, holds) : either(found, holds);
    }
    return found;
  }

  missingKeys(reading: Reading): string[] {
    const value = reading.value(this.#key);
    if (value === undefined) return [keyName(this.#key)];
    return listOf(value).flatMap((one) => (this.#test.test(one, reading) === UNKNOWN ? this.#test.missingKeys(one, reading) : []));
  }
}
