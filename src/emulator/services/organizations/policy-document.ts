import type { PolicyTypeFacts } from "../../../limits/index.ts";
import { validatePolicyText } from "../../../policy/index.ts";
import { constraintViolation, malformedPolicy } from "./errors.ts";

/** Refuses what AWS would not store. The size counts every character as sent, white space included. */
export function checkPolicyDocument(content: string, facts: PolicyTypeFacts): void {
  if (content.length > facts.maxSize) {
    throw constraintViolation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size limit.");
  }
  const problem = validatePolicyText(content, facts.kind).find(({ severity }) => severity === "error");
  if (problem !== undefined) throw malformedPolicy(problem.message);
}
