import type { PolicyChain } from "../../chain.ts";
import type { Request } from "../../request/request.ts";
import { anyAllows, type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * A request through a VPC endpoint has to be allowed by its policy too, which "does not override or replace" the others;
 * undefined when the request goes another way. In a gateway endpoint an account as principal is its root user only.
 * Source: AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint policies".
 */
export function endpointStep({ endpoint }: PolicyChain, request: Request, hasBoundary: boolean): Step | undefined {
  if (endpoint === undefined) return undefined;
  const accounts = endpoint.type === "gateway" ? "root user only" : "whole account";
  const attached: Attached = { use: "endpoint", policies: endpoint.policies, accounts };
  const statements = readStatements(attached, request, hasBoundary);
  return { attached, statements, finding: anyAllows(statements) };
}
