import { AwsError } from "../../aws-error.ts";
import { validationError } from "../../refusals/validation-exception.ts";
import type { Refusal, Violation } from "../../validate.ts";

/**
 * IAM's answer to an input that breaks constraints. A name with a wrong character is told in a sentence of its own;
 * patterns are quoted without the anchors that AWS leaves out.
 */
export const iamRefusal: Refusal = (violations) => {
  const [first, ...others] = violations;
  if (others.length === 0 && first.rule === "pattern" && /(User|Group|Role|Policy|InstanceProfile)Name$/.test(first.path)) {
    const member = first.path.charAt(0).toLowerCase() + first.path.slice(1);
    return new AwsError(
      "ValidationError",
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  }
  return validationError([unanchored(first), ...others.map(unanchored)]);
};

function unanchored(violation: Violation): Violation {
  const { pattern } = violation.constraint;
  if (pattern === undefined) return violation;
  return { ...violation, constraint: { ...violation.constraint, pattern: new RegExp(pattern.source.replace(/^\^|\$$/g, ""), pattern.flags) } };
}
