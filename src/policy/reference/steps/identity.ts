import type { PolicyChain } from "../../chain.ts";
import type { Request } from "../../request/request.ts";
import { actsForRootUser } from "../caller.ts";
import { YES } from "../finding.ts";
import { anyAllows, type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Step 5: "If there are no identity-based policies or no statements in identity-based policies that allow the requested
 * action, then the request is implicitly denied." Before that: "all requests are implicitly denied with the exception of
 * the AWS account root user, which has full access"; it has no policies.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export function identityStep({ identity }: PolicyChain, request: Request, hasBoundary: boolean): Step {
  const isRoot = actsForRootUser(request.principal);
  const attached: Attached = { use: "identity", policies: isRoot ? [] : identity };
  const statements = readStatements(attached, request, hasBoundary);
  return { attached, statements, finding: isRoot ? YES : anyAllows(statements) };
}
