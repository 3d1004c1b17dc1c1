import type { OperatorUse } from "../../operators.ts";
import { NO, type Truth, YES } from "../truth.ts";
import { type OperatorCompiler, plainTest, type ValueTest } from "./operator.ts";

/** Source: IAM User Guide, "Numeric condition operators": integers and decimals, no variables. */
export const numericOperators: OperatorCompiler = {
  family: "numeric",
  compile: (values, use) => orderTest(values, use, readNumber),
};

type Compare = (value: number, limit: number) => boolean;

/** By the end of the operator's name, the longer first. */
const COMPARISONS: readonly (readonly [string, Compare])[] = [
  ["LessThanEquals", (value, limit) => value <= limit],
  ["GreaterThanEquals", (value, limit) => value >= limit],
  ["LessThan", (value, limit) => value < limit],
  ["GreaterThan", (value, limit) => value > limit],
  ["Equals", (value, limit) => value === limit],
];

/** For numbers and dates. What cannot be read is NaN, which compares to nothing: open questions unreadable-request-value and -policy-value. */
export function orderTest(values: readonly string[], { operator }: OperatorUse, read: (text: string) => number): ValueTest {
  const limits = values.map(read);
  const compare = COMPARISONS.find(([ending]) => operator.name.endsWith(ending))?.[1];
  if (compare === undefined) throw new RangeError(`${operator.name} orders nothing`);
  const found: Truth = operator.negated ? NO : YES;
  const other: Truth = operator.negated ? YES : NO;
  return plainTest((text) => {
    const value = read(text);
    if (Number.isNaN(value)) return NO;
    for (const limit of limits) if (compare(value, limit)) return found;
    return other;
  });
}

const ZERO = 48;
const isDigit = (unit: number): boolean => unit >= ZERO && unit <= ZERO + 9;

/** `-12`, `+3.5`; NaN for anything else, which `Number` would often take. */
export function readNumber(text: string): number {
  const sign = text.charCodeAt(0);
  let at = sign === 43 || sign === 45 ? 1 : 0;
  let digits = 0;
  let pointAt = -1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) digits++;
    else if (unit === 46 && pointAt < 0 && digits > 0) {
      pointAt = at;
      digits = 0;
    } else return Number.NaN;
  }
  return digits > 0 ? Number(text) : Number.NaN;
}
