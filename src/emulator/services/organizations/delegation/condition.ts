import type { ConditionBlock } from "../../../../policy/index.ts";
import { hasVariable, matchesPattern } from "./pattern.ts";

/** Whether a condition holds; undefined when that cannot be told here. */
export type Answer = boolean | undefined;

/** What is known of a request, by condition key in lower case. A key that is there without a value is known to be absent. */
export type ConditionKeys = Readonly<Record<string, string | undefined>>;

type Test = (value: string, wanted: string) => boolean;

const equal: Test = (value, wanted) => value === wanted;
const equalIgnoringCase: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const like: Test = (value, wanted) => matchesPattern(wanted, value);

/** The operators that are understood, in lower case. */
const OPERATORS: Readonly<Record<string, { readonly test: Test; readonly negated?: true }>> = {
  stringequals: { test: equal },
  stringnotequals: { test: equal, negated: true },
  stringequalsignorecase: { test: equalIgnoringCase },
  stringnotequalsignorecase: { test: equalIgnoringCase, negated: true },
  stringlike: { test: like },
  stringnotlike: { test: like, negated: true },
};

/** All operators and keys of a block must hold; one that does not outweighs one that cannot be told. */
export function conditionHolds(block: ConditionBlock, keys: ConditionKeys): Answer {
  const answers = Object.entries(block).flatMap(([operator, wanted]) => Object.entries(wanted).map(([key, values]) => holds(operator, key, values, keys)));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

type Values = ConditionBlock[string][string];

function holds(name: string, key: string, values: Values, keys: ConditionKeys): Answer {
  const ifExists = name.toLowerCase().endsWith("ifexists");
  const operator = OPERATORS[ifExists ? name.toLowerCase().slice(0, -"ifexists".length) : name.toLowerCase()];
  const known = key.toLowerCase();
  if (operator === undefined || !(known in keys)) return undefined;
  const value = keys[known];
  // Without the key a negated operator holds, and so does any with IfExists.
  if (value === undefined) return ifExists || operator.negated === true;
  const wanted = [values].flat().map(String);
  if (wanted.some(hasVariable)) return undefined;
  return wanted.some((one) => operator.test(value, one)) !== (operator.negated === true);
}
