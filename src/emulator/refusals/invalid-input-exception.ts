import { AwsError } from "../aws-error.ts";
import type { Refusal, Violation } from "../validate.ts";

/**
 * The answer of Organizations: the first mistake, as `InvalidInputException` with a `Reason`.
 * Source: Organizations API Reference, "InvalidInputException". Unconfirmed: which mistake AWS names when there are several.
 */
export const invalidInputException: Refusal = ([violation]) => {
  const [reason, message] = REASONS[kindOf(violation)];
  return new AwsError("InvalidInputException", message, { fields: { Reason: reason } });
};

const REASONS = {
  required: ["INPUT_REQUIRED", "You must include a value for all required parameters."],
  tooShort: ["MIN_LENGTH_EXCEEDED", "You provided a string parameter that is shorter than allowed."],
  tooLong: ["MAX_LENGTH_EXCEEDED", "You provided a string parameter that is longer than allowed."],
  tooSmall: ["MIN_VALUE_EXCEEDED", "You provided a numeric parameter that has a smaller value than allowed."],
  tooLarge: ["MAX_VALUE_EXCEEDED", "You provided a numeric parameter that has a larger value than allowed."],
  pattern: ["INVALID_PATTERN", "You provided a value that does not match the required pattern."],
  targetId: ["INVALID_PATTERN_TARGET_ID", "You specified a policy target ID that doesn't match the required pattern."],
  item: ["INVALID_LIST_MEMBER", "You provided a list to a parameter that contains at least one invalid value."],
  value: ["INVALID_ENUM", "You specified an invalid value."],
  policyType: ["INVALID_ENUM_POLICY_TYPE", "You specified an invalid policy type string."],
} as const;

function kindOf({ rule, member, value }: Violation): keyof typeof REASONS {
  const isNumber = typeof value === "number";
  if (rule === "required") return "required";
  if (rule === "min") return isNumber ? "tooSmall" : "tooShort";
  if (rule === "max") return isNumber ? "tooLarge" : "tooLong";
  if (rule === "pattern") return member === "TargetId" ? "targetId" : "pattern";
  if (member === "PolicyType") return "policyType";
  return member.endsWith("[]") ? "item" : "value";
}
