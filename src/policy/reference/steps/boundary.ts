import type { PolicyChain } from "../../chain.ts";
import type { Request } from "../../request/request.ts";
import { actsForRootUser } from "../caller.ts";
import { anyAllows, type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Step 6: "If the policy that is used to set the permissions boundary does not allow the requested action, then the request
 * is implicitly denied"; undefined when the principal has no boundary. The root user cannot have one.
 * Source: IAM User Guide, "Permissions boundaries for IAM entities".
 */
export function boundaryStep({ boundary }: PolicyChain, request: Request): Step | undefined {
  if (boundary === undefined || actsForRootUser(request.principal)) return undefined;
  const attached: Attached = { use: "boundary", policies: boundary };
  const statements = readStatements(attached, request, true);
  return { attached, statements, finding: anyAllows(statements) };
}
