import { AwsError } from "../aws-error.ts";
import type { Refusal, Violation } from "../validate.ts";

/** Values longer than this are left out of messages. */
const LONGEST_SHOWN = 128;

/** The answer most services give: all mistakes in one `ValidationException`. */
export const validationException: Refusal = (violations) => {
  const count = violations.length === 1 ? "1 validation error" : `${violations.length} validation errors`;
  return new AwsError("ValidationException", `${count} detected: ${violations.map(sentence).join("; ")}`);
};

/** The same for services that speak the query protocol. */
export const validationError: Refusal = (violations) => new AwsError("ValidationError", validationException(violations).message);

function sentence(violation: Violation): string {
  const shown = shownValue(violation.value);
  return `Value${shown === "" ? "" : ` ${shown}`} at '${serverPath(violation.path)}' failed to satisfy constraint: ${rule(violation)}`;
}

function shownValue(value: unknown): string {
  if (typeof value === "number") return `'${value}'`;
  return typeof value === "string" && value.length <= LONGEST_SHOWN ? `'${value}'` : "";
}

/** AWS names members by their lower-case first letter and counts items from 1: `tags.1.member.key`. */
const serverPath = (path: string): string =>
  path
    .split(".")
    .map((part) => (part.charAt(0).toLowerCase() + part.slice(1)).replace(/\[(\d+)\]/g, (_, index: string) => `.${Number(index) + 1}.member`))
    .join(".");

function rule({ rule: broken, constraint, value }: Violation): string {
  const isNumber = typeof value === "number";
  switch (broken) {
    case "required":
      return "Member must not be null";
    case "min":
      return isNumber
        ? `Member must have value greater than or equal to ${constraint.min}`
        : `Member must have length greater than or equal to ${constraint.min}`;
    case "max":
      return isNumber
        ? `Member must have value less than or equal to ${constraint.max}`
        : `Member must have length less than or equal to ${constraint.max}`;
    case "pattern":
      return `Member must satisfy regular expression pattern: ${constraint.pattern?.source}`;
    case "values":
      return `Member must satisfy enum value set: [${constraint.values?.join(", ")}]`;
  }
}
