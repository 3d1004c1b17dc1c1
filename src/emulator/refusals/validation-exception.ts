import { AwsError } from "../aws-error.ts";
import type { Constraint } from "../operation.ts";
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
  const size = typeof value === "number" ? "value" : "length";
  const sentences: Readonly<Record<keyof Constraint, string>> = {
    required: "not be null",
    min: `have ${size} greater than or equal to ${constraint.min}`,
    max: `have ${size} less than or equal to ${constraint.max}`,
    pattern: `satisfy regular expression pattern: ${constraint.pattern?.source}`,
    values: `satisfy enum value set: [${constraint.values?.join(", ")}]`,
  };
  return `Member must ${sentences[broken]}`;
}
