import type { PolicyChain } from "../../chain.ts";
import { RCP_EXEMPT_ACTIONS } from "../../data/rcp-exempt-actions.ts";
import { RCP_SERVICES } from "../../data/rcp-services.ts";
import type { Exemption } from "../../decision.ts";
import type { Request } from "../../request/request.ts";
import { isServiceLinkedRole, isServiceLinkedRoleArn } from "../caller.ts";
import { YES } from "../finding.ts";
import { resourceAccountOf } from "../resource-account.ts";
import { type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Why the RCPs of the resource's account do not reach a request; undefined when they do.
 * Source: Organizations User Guide, "Resource control policies (RCPs)", "List of AWS services that support RCPs" and
 * "Resources and entities not restricted by RCPs".
 */
export function rcpExemption(chain: PolicyChain, request: Request): Exemption | undefined {
  const action = request.action.toLowerCase();
  const service = action.split(":")[0] ?? "";
  if (chain.managementAccountId !== undefined && resourceAccountOf(request) === chain.managementAccountId) return "rcp-management-account";
  if (isServiceLinkedRole(request.principal) || assumesServiceLinkedRole(service, request)) return "rcp-service-linked-role";
  if (!RCP_SERVICES.has(service)) return "rcp-service-not-supported";
  if (RCP_EXEMPT_ACTIONS.has(action)) return "rcp-exempt-action";
  return service === "kms" && request.awsManagedKey === true ? "rcp-aws-managed-key" : undefined;
}

const assumesServiceLinkedRole = (service: string, { resource }: Request): boolean =>
  service === "sts" && resource !== undefined && isServiceLinkedRoleArn(resource);

/**
 * Step 2: one gate for each level. RCPFullAWSAccess "is automatically attached to the organization root, every OU, and
 * every account" and cannot be detached, so each level allows; what other RCPs allow adds nothing (open question rcp-allow).
 * Source: Organizations User Guide, "RCP evaluation".
 */
export function rcpSteps(chain: PolicyChain, request: Request, hasBoundary: boolean): Step[] {
  return (chain.rcps ?? []).map(({ name, policies }, index) => {
    const attached: Attached = { use: "rcp", level: { name, index }, policies };
    return { attached, statements: readStatements(attached, request, hasBoundary), finding: YES };
  });
}
