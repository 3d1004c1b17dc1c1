import { ARN_OPERATORS } from "./arn.ts";
import { BINARY_OPERATORS } from "./binary.ts";
import { BOOLEAN_OPERATORS } from "./boolean.ts";
import { DATE_OPERATORS } from "./date.ts";
import { IP_OPERATORS } from "./ip.ts";
import { NULL_OPERATOR } from "./null.ts";
import { NUMERIC_OPERATORS } from "./numeric.ts";
import type { Operator } from "./operator.ts";
import { STRING_OPERATORS } from "./string.ts";

const OPERATORS: readonly Operator[] = [
  ...STRING_OPERATORS,
  ...NUMERIC_OPERATORS,
  ...DATE_OPERATORS,
  ...BOOLEAN_OPERATORS,
  ...BINARY_OPERATORS,
  ...IP_OPERATORS,
  ...ARN_OPERATORS,
];

const IF_EXISTS = "IfExists";
const QUALIFIERS = ["ForAllValues", "ForAnyValue"] as const;

/** An operator as it stands in a policy. */
export interface OperatorUse {
  readonly operator: Operator | typeof NULL_OPERATOR;
  readonly qualifier?: (typeof QUALIFIERS)[number];
  readonly ifExists: boolean;
}

/**
 * Takes `ForAnyValue:StringLikeIfExists` apart, whatever its capitals.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 * @throws RangeError for what AWS does not have; a policy that has it is refused before
 */
export function readOperator(text: string): OperatorUse {
  const lower = text.toLowerCase();
  const qualifier = QUALIFIERS.find((name) => lower.startsWith(`${name.toLowerCase()}:`));
  const name = qualifier === undefined ? lower : lower.slice(qualifier.length + 1);
  const ifExists = name.endsWith(IF_EXISTS.toLowerCase());
  const bare = ifExists ? name.slice(0, -IF_EXISTS.length) : name;
  const operator = bare === NULL_OPERATOR.toLowerCase() ? NULL_OPERATOR : OPERATORS.find((one) => one.name.toLowerCase() === bare);
  if (operator === undefined) throw new RangeError(`${text} is no condition operator`);
  return { operator, ...(qualifier === undefined ? {} : { qualifier }), ifExists };
}
