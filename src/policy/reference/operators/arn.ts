import { type Finding, NO, YES } from "../finding.ts";
import { matchPattern, type PatternPart } from "../pattern.ts";
import { type Operator, type PolicyValue, withNegation } from "./operator.ts";
import { partsOf } from "./parts.ts";

const ARN_FIELDS = 6;

const isArn = (value: string): boolean => value.startsWith("arn:") && value.split(":").length >= ARN_FIELDS;

/**
 * "Each of the six colon-delimited components of the ARN is checked separately and each can include multi-character
 * match wildcards (*) or single-character match wildcards (?)": no wildcard of the first five runs past a colon; the sixth
 * takes the rest. Open question short-arn-in-condition.
 */
function like(value: string, policyValue: PolicyValue): Finding {
  if (policyValue.text === "*") return YES;
  const parts = partsOf(policyValue, "wildcards");
  if (parts === undefined) return NO;
  const fields = 1 + parts.filter(isColon).length;
  const mayHaveMore = parts.some(({ kind }) => kind === "unknown");
  return fields < ARN_FIELDS && !mayHaveMore ? NO : matchPattern(withinFields(parts), value);
}

const isColon = (part: PatternPart): boolean => part.kind === "character" && part.character === ":";

/** What follows a value that is not known may be in any field. */
function withinFields(parts: readonly PatternPart[]): PatternPart[] {
  return parts.map((part, index) => {
    if (part.kind === "character" || part.kind === "unknown") return part;
    const before = parts.slice(0, index);
    const inLastField = before.filter(isColon).length >= ARN_FIELDS - 1;
    return { kind: part.kind, pastColon: inLastField || before.some(({ kind }) => kind === "unknown") };
  });
}

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Amazon Resource Name (ARN) condition
 * operators": the Equals and Like forms behave identically.
 */
export const ARN_OPERATORS: readonly Operator[] = [
  ...withNegation("ArnEquals", "ArnNotEquals", { reads: isArn, meets: like }),
  ...withNegation("ArnLike", "ArnNotLike", { reads: isArn, meets: like }),
];
