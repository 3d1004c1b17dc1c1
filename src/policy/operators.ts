/** What a condition operator compares. */
export type OperatorFamily = "string" | "numeric" | "date" | "boolean" | "binary" | "ip" | "arn" | "null";

export interface ConditionOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** The values of a negated operator are joined by NOR, those of the others by OR. */
  readonly negated: boolean;
  /** Whether `*` and `?` in a value are wildcards. */
  readonly wildcards: boolean;
  readonly variables: boolean;
}

const operator = (name: string, family: OperatorFamily, wildcards = false): ConditionOperator => ({
  name,
  family,
  negated: name.includes("Not"),
  wildcards,
  variables: family === "string" || family === "arn" || family === "boolean",
});

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
export const CONDITION_OPERATORS: readonly ConditionOperator[] = [
  operator("StringEquals", "string"),
  operator("StringNotEquals", "string"),
  operator("StringEqualsIgnoreCase", "string"),
  operator("StringNotEqualsIgnoreCase", "string"),
  operator("StringLike", "string", true),
  operator("StringNotLike", "string", true),
  operator("NumericEquals", "numeric"),
  operator("NumericNotEquals", "numeric"),
  operator("NumericLessThan", "numeric"),
  operator("NumericLessThanEquals", "numeric"),
  operator("NumericGreaterThan", "numeric"),
  operator("NumericGreaterThanEquals", "numeric"),
  operator("DateEquals", "date"),
  operator("DateNotEquals", "date"),
  operator("DateLessThan", "date"),
  operator("DateLessThanEquals", "date"),
  operator("DateGreaterThan", "date"),
  operator("DateGreaterThanEquals", "date"),
  operator("Bool", "boolean"),
  operator("BinaryEquals", "binary"),
  operator("IpAddress", "ip"),
  operator("NotIpAddress", "ip"),
  operator("ArnEquals", "arn", true),
  operator("ArnNotEquals", "arn", true),
  operator("ArnLike", "arn", true),
  operator("ArnNotLike", "arn", true),
  operator("Null", "null"),
];

export type SetQualifier = "ForAllValues" | "ForAnyValue";

/** An operator as it stands in a policy, taken apart: `ForAnyValue:StringLikeIfExists`. */
export interface OperatorUse {
  readonly operator: ConditionOperator;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
  /** The same in AWS's own capitals. */
  readonly canonical: string;
}

const IF_EXISTS = "ifexists";
const QUALIFIERS: readonly SetQualifier[] = ["ForAllValues", "ForAnyValue"];
const byLowerCase = new Map(CONDITION_OPERATORS.map((facts) => [facts.name.toLowerCase(), facts]));

/** Takes an operator apart, whatever its case; undefined when AWS has no such operator. */
export function parseOperator(text: string): OperatorUse | undefined {
  const lower = text.toLowerCase();
  const qualifier = QUALIFIERS.find((name) => lower.startsWith(`${name.toLowerCase()}:`));
  const rest = qualifier === undefined ? lower : lower.slice(qualifier.length + 1);
  const exact = byLowerCase.get(rest);
  const ifExists = exact === undefined && rest.endsWith(IF_EXISTS);
  const found = exact ?? (ifExists ? byLowerCase.get(rest.slice(0, -IF_EXISTS.length)) : undefined);
  if (found === undefined) return undefined;
  const canonical = `${qualifier === undefined ? "" : `${qualifier}:`}${found.name}${ifExists ? "IfExists" : ""}`;
  return { operator: found, ...(qualifier === undefined ? {} : { qualifier }), ifExists, canonical };
}
