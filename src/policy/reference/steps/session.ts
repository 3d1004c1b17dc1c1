import type { PolicyChain } from "../../chain.ts";
import type { Request } from "../../request/request.ts";
import { NO } from "../finding.ts";
import { anyAllows, type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Step 7: "If there is no session policy, the code checks whether the principal is a role session. If the principal is a role
 * session, then the request is Allowed. Otherwise, the request is implicitly denied": that is a session from
 * GetFederationToken. Undefined when there is nothing to pass.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
export function sessionStep({ session }: PolicyChain, request: Request, hasBoundary: boolean): Step | undefined {
  const attached: Attached = { use: "session", policies: session ?? [] };
  if (session === undefined) return request.principal.type === "federated-user" ? { attached, statements: [], finding: NO } : undefined;
  const statements = readStatements(attached, request, hasBoundary);
  return { attached, statements, finding: anyAllows(statements) };
}
