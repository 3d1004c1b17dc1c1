import { known } from "../finding.ts";
import { type Operator, withNegation } from "./operator.ts";

/** "An integer or decimal value"; undefined for anything else. */
function readNumber(text: string): number | undefined {
  return /^[+-]?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : undefined;
}

const reads = (value: string): boolean => readNumber(value) !== undefined;

function comparing(holds: (value: number, limit: number) => boolean): Omit<Operator, "name" | "negated"> {
  const meets: Operator["meets"] = (value, { text }) => {
    const [number, limit] = [readNumber(value), readNumber(text)];
    return known(number !== undefined && limit !== undefined && holds(number, limit));
  };
  return { reads, meets };
}

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Numeric condition operators". No variables. */
export const NUMERIC_OPERATORS: readonly Operator[] = [
  ...withNegation("NumericEquals", "NumericNotEquals", comparing((value, limit) => value === limit)),
  { name: "NumericLessThan", negated: false, ...comparing((value, limit) => value < limit) },
  { name: "NumericLessThanEquals", negated: false, ...comparing((value, limit) => value <= limit) },
  { name: "NumericGreaterThan", negated: false, ...comparing((value, limit) => value > limit) },
  { name: "NumericGreaterThanEquals", negated: false, ...comparing((value, limit) => value >= limit) },
];
