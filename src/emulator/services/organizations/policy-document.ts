import { AUTHORIZATION_POLICY_TYPES } from "../../../limits/index.ts";
import { checkManagementPolicy, managementPolicyType, validatePolicyText } from "../../../policy/index.ts";
import { constraintViolation, malformedPolicy } from "./errors.ts";
import type { EmulatedPolicyType } from "./policy-kinds.ts";

/** Refuses what AWS would not store. The size counts every character as sent, white space included. */
export function checkPolicyDocument(content: string, { type, maxSize }: EmulatedPolicyType): void {
  if (content.length > maxSize) {
    throw constraintViolation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size limit.");
  }
  const problem = problemOf(content, type);
  if (problem !== undefined) throw malformedPolicy(problem);
}

/** The first reason against a document, in words. */
function problemOf(content: string, type: string): string | undefined {
  const kind = AUTHORIZATION_POLICY_TYPES.find((facts) => facts.type === type)?.kind;
  if (kind !== undefined) return validatePolicyText(content, kind).find(({ severity }) => severity === "error")?.message;
  const management = managementPolicyType(type);
  if (management === undefined) throw new RangeError(`policies of type ${type} have no grammar`);
  const [problem] = checkManagementPolicy(content, management);
  return problem && [problem.path.join("/"), problem.message].filter((part) => part !== "").join(": ");
}
