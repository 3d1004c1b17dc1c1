import { AWS_MANAGED_DOCUMENTS } from "./data/aws-managed-documents.ts";
import type { PolicyDocument } from "./document.ts";

const byName = new Map(AWS_MANAGED_DOCUMENTS.flatMap((policy) => [[policy.name, policy], [`${policy.path.slice(1)}${policy.name}`, policy]] as const));

/** The name of one of AWS's own policies, with its path where it has one: `ReadOnlyAccess`, `job-function/Billing`. */
export const awsManagedName = (nameOrArn: string): string => nameOrArn.replace(/^arn:[^:]+:iam::aws:policy\//, "");

/** What one of AWS's own policies says, by name or ARN; undefined for those whose text is not kept here. */
export function awsManagedDocument(nameOrArn: string): PolicyDocument | undefined {
  const policy = byName.get(awsManagedName(nameOrArn));
  return policy && { Version: "2012-10-17", Statement: policy.statements };
}
