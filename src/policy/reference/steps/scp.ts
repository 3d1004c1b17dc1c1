import type { PolicyChain } from "../../chain.ts";
import { SCP_EXEMPT_TASKS } from "../../data/scp-exempt-tasks.ts";
import type { Exemption } from "../../decision.ts";
import type { Request } from "../../request/request.ts";
import { accountOf, isServiceLinkedRole } from "../caller.ts";
import { anyAllows, type Attached, readStatements } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Why the SCPs of the principal's account do not reach a request; undefined when they do.
 * Source: Organizations User Guide, "Service control policies (SCPs)", "SCP effects on permissions" and "Tasks and entities
 * not restricted by SCPs".
 */
export function scpExemption(chain: PolicyChain, { principal, action }: Request): Exemption | undefined {
  if (principal.type === "service") return "scp-service-principal";
  const account = accountOf(principal);
  if (account === undefined) return "scp-no-aws-principal";
  if (account === chain.managementAccountId) return "scp-management-account";
  if ("outsideOrganization" in principal && principal.outsideOrganization === true) return "scp-outside-organization";
  if (isServiceLinkedRole(principal)) return "scp-service-linked-role";
  const service = action.toLowerCase().split(":")[0];
  const task = SCP_EXEMPT_TASKS.find((one) => one.service === service && (!one.onlyRootUser || principal.type === "root"));
  return task === undefined ? undefined : "scp-exempt-task"; // Unconfirmed: open question scp-exempt-tasks.
}

/**
 * Step 3: "For a permission to be allowed for a specific account, there must be an explicit Allow statement at every level
 * from the root through each OU in the direct path to the account (including the target account itself)."
 * Source: Organizations User Guide, "SCP evaluation".
 */
export function scpSteps(chain: PolicyChain, request: Request, hasBoundary: boolean): Step[] {
  return (chain.scps ?? []).map(({ name, policies }, index) => {
    const attached: Attached = { use: "scp", level: { name, index }, policies };
    const statements = readStatements(attached, request, hasBoundary);
    return { attached, statements, finding: anyAllows(statements) };
  });
}
