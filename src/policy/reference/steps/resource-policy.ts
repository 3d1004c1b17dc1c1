import type { PolicyChain } from "../../chain.ts";
import { MANDATORY_RESOURCE_POLICIES } from "../../data/mandatory-resource-policies.ts";
import { OWN_BUCKET_POLICY_ACTIONS } from "../../data/own-bucket-policy.ts";
import type { Exemption } from "../../decision.ts";
import type { Request } from "../../request/request.ts";
import { any, type Finding } from "../finding.ts";
import type { Grant } from "../matchers/principal.ts";
import { resourceAccountOf } from "../resource-account.ts";
import { allowing, anyAllows, type Attached, readStatements, type ReadStatement } from "../statements.ts";
import type { Step } from "./gate.ts";

/**
 * Why the policy of the resource is not looked at; undefined when it is.
 * Source: S3 API Reference, PutBucketPolicy: bucket owners cannot "inadvertently lock themselves out of their own buckets".
 */
export function resourceExemption(request: Request): Exemption | undefined {
  const [service = "", name = ""] = request.action.toLowerCase().split(":");
  const isOwner = request.principal.type === "root" && request.principal.accountId === resourceAccountOf(request);
  return isOwner && OWN_BUCKET_POLICY_ACTIONS.get(service)?.has(name) === true ? "resource-own-bucket-policy" : undefined;
}

/** Step 4: the policy of the resource; a resource without one allows nobody. */
export function resourceStep({ resource }: PolicyChain, request: Request, hasBoundary: boolean): Step {
  const attached: Attached = { use: "resource", policies: resource === undefined || resourceExemption(request) !== undefined ? [] : [resource] };
  const statements = readStatements(attached, request, hasBoundary);
  return { attached, statements, finding: anyAllows(statements) };
}

/** Whether some statement grants in one of these ways. */
export function grants(statements: readonly ReadStatement[], way: Grant): Finding {
  return any(allowing(statements).flatMap(({ grant, finding }) => (grant === way ? finding : [])));
}

/**
 * Where the resource's policy must allow even inside one account: "IAM role trust policies and KMS key policies are
 * exceptions to this logic, because they must explicitly allow access for principals."
 * Source: IAM User Guide, "Policy evaluation logic" (open question mandatory-resource-policy).
 */
export function insistsOnResourcePolicy({ action, resource }: Request): boolean {
  const [service, name = ""] = action.toLowerCase().split(":");
  return MANDATORY_RESOURCE_POLICIES.some(
    (kind) => kind.service === service && (kind.actions?.has(name) ?? true) && resource !== undefined && resource.includes(kind.resourceHas),
  );
}
