import type { OperatorFamily } from "../../operators.ts";
import { arnOperators } from "./arn.ts";
import { binaryOperators } from "./binary.ts";
import { booleanOperators } from "./boolean.ts";
import { dateOperators } from "./date.ts";
import { ipOperators } from "./ip.ts";
import { numericOperators } from "./numeric.ts";
import type { OperatorCompiler } from "./operator.ts";
import { stringOperators } from "./string.ts";

/** Every family whose operators look at values; Null does not, and has a file of its own. */
export const OPERATOR_COMPILERS: readonly OperatorCompiler[] = [
  stringOperators,
  numericOperators,
  dateOperators,
  booleanOperators,
  binaryOperators,
  ipOperators,
  arnOperators,
];

const byFamily = new Map(OPERATOR_COMPILERS.map((compiler) => [compiler.family, compiler]));

export function compilerOf(family: OperatorFamily): OperatorCompiler {
  const compiler = byFamily.get(family);
  if (compiler === undefined) throw new RangeError(`no operators of family ${family}`);
  return compiler;
}
