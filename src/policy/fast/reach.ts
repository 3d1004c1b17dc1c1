import type { Exemption } from "../decision.ts";
import { isServiceLinkedRole } from "../request/principal.ts";
import type { Principal, Request } from "../request/request.ts";
import type { CompiledChain } from "./chain.ts";
import type { ActionFacts } from "./action-facts.ts";

/** The caller's account; undefined for a principal that has none. */
export const accountOf = (caller: Principal): string | undefined => ("accountId" in caller ? caller.accountId : undefined);

/** Open question unowned-resource-account. */
export function resourceAccountOf(request: Request): string | undefined {
  return request.resourceAccount ?? accountInArn(request.resource) ?? accountOf(request.principal);
}

function accountInArn(arn: string | undefined): string | undefined {
  if (arn === undefined || !arn.startsWith("arn:")) return undefined;
  let from = 4;
  for (let field = 1; field < 4; field++) {
    const colon = arn.indexOf(":", from);
    if (colon < 0) return undefined;
    from = colon + 1;
  }
  if (arn.charCodeAt(from + 12) !== 58) return undefined;
  for (let at = from; at < from + 12; at++) {
    const unit = arn.charCodeAt(at);
    if (unit < 48 || unit > 57) return undefined;
  }
  return arn.slice(from, from + 12);
}

let lastRole = "";
let lastIsServiceLinked = false;

/** Requests of one role come in rows. */
function isServiceLinked(roleArn: string): boolean {
  if (roleArn !== lastRole) {
    lastIsServiceLinked = isServiceLinkedRole(roleArn);
    lastRole = roleArn;
  }
  return lastIsServiceLinked;
}

/** Why SCPs have no say; undefined when they have. Source: Organizations User Guide, "Service control policies (SCPs)". */
export function scpExemption(chain: CompiledChain, facts: ActionFacts, caller: Principal): Exemption | undefined {
  if (caller.type === "service") return "scp-service-principal";
  if (!("accountId" in caller)) return "scp-no-aws-principal";
  if (caller.accountId === chain.managementAccountId) return "scp-management-account";
  if (caller.outsideOrganization === true) return "scp-outside-organization";
  if (caller.type === "role-session" && isServiceLinked(caller.roleArn)) return "scp-service-linked-role";
  if (facts.scpTask !== undefined && (!facts.scpTask.onlyRootUser || caller.type === "root")) return "scp-exempt-task";
  return undefined;
}

/** Why the policy of the resource has no say; undefined when it has. Source: S3 API Reference, PutBucketPolicy. */
export function resourceExemption(facts: ActionFacts, caller: Principal, resourceAccount: string | undefined): Exemption | undefined {
  return facts.ownBucketPolicy && caller.type === "root" && caller.accountId === resourceAccount ? "resource-own-bucket-policy" : undefined;
}

/** Why RCPs have no say; undefined when they have. Source: Organizations User Guide, "Resource control policies (RCPs)". */
export function rcpExemption(chain: CompiledChain, facts: ActionFacts, request: Request, resourceAccount: string | undefined): Exemption | undefined {
  if (resourceAccount !== undefined && resourceAccount === chain.managementAccountId) return "rcp-management-account";
  const { principal, resource } = request;
  if (principal.type === "role-session" && isServiceLinked(principal.roleArn)) return "rcp-service-linked-role";
  // "RCPs don't restrict the assuming of a service-linked role": its trust policy is AWS's.
  if (facts.service === "sts" && resource !== undefined && isServiceLinkedRole(resource)) return "rcp-service-linked-role";
  if (facts.rcpsReach !== "yes") return facts.rcpsReach === "service" ? "rcp-service-not-supported" : "rcp-exempt-action";
  return facts.service === "kms" && request.awsManagedKey === true ? "rcp-aws-managed-key" : undefined;
}
