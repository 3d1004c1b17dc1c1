import { any, type Finding } from "../finding.ts";
import type { ReadStatement } from "../statements.ts";

/**
 * Step 1: "the enforcement code looks for a Deny statement that applies to the request. If the enforcement code finds even
 * one explicit deny that applies, the code returns a final decision of Deny."
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export const explicitDeny = (statements: readonly ReadStatement[]): Finding => any(denying(statements).map(({ finding }) => finding));

export const denying = (statements: readonly ReadStatement[]): ReadStatement[] => statements.filter(({ statement }) => statement.Effect === "Deny");
