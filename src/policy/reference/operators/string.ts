import { type Finding, NO } from "../finding.ts";
import { matchPattern, type PatternPart } from "../pattern.ts";
import { type Operator, type PolicyValue, withNegation } from "./operator.ts";
import { inLowerCase, partsOf } from "./parts.ts";

const reads = (): boolean => true;

const met = (value: string, parts: readonly PatternPart[] | undefined): Finding => (parts === undefined ? NO : matchPattern(parts, value));

const equals = (value: string, policyValue: PolicyValue): Finding => met(value, partsOf(policyValue, "no wildcards"));

const like = (value: string, policyValue: PolicyValue): Finding => met(value, partsOf(policyValue, "wildcards"));

function equalsIgnoringCase(value: string, policyValue: PolicyValue): Finding {
  const parts = partsOf(policyValue, "no wildcards");
  return met(value.toLowerCase(), parts === undefined ? undefined : inLowerCase(parts));
}

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "String condition operators". */
export const STRING_OPERATORS: readonly Operator[] = [
  ...withNegation("StringEquals", "StringNotEquals", { reads, meets: equals }),
  ...withNegation("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", { reads, meets: equalsIgnoringCase }),
  ...withNegation("StringLike", "StringNotLike", { reads, meets: like }),
];
