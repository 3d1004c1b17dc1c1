import type { OperatorFamily, OperatorUse } from "../../operators.ts";
import type { Reading } from "../reading.ts";
import type { Truth } from "../truth.ts";

/** Whether one value of the request satisfies an operator against all values of the policy. */
export interface ValueTest {
  test(value: string, reading: Reading): Truth;
  /** Names of the unknown keys of variables that the answer for this value hangs on. */
  missingKeys(value: string, reading: Reading): string[];
}

/** The operators of one family, compiled with their values parsed once. */
export interface OperatorCompiler {
  readonly family: OperatorFamily;
  /** `variables`: whether `${…}` in a value is a variable. */
  compile(values: readonly string[], use: OperatorUse, variables: boolean): ValueTest;
}

/** The negated operators of a family join the values of the policy by NOR. */
export const plainTest = (test: ValueTest["test"]): ValueTest => ({ test, missingKeys: () => [] });
