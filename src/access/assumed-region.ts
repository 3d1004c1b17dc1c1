import { parseArn, partitionOfRegion } from "../ids/index.ts";
import type { RequestContext } from "../policy/index.ts";
import type { AccessModel } from "./model.ts";

/**
 * Services with one endpoint in the world, which stands in the partition's own Region; calls to them carry that one.
 * Source: IAM User Guide, "aws:RequestedRegion", and AWS General Reference, "Service endpoints and quotas".
 */
const GLOBAL = new Set(["account", "billing", "budgets", "ce", "cloudfront", "cur", "health", "iam", "organizations", "payments", "route53", "route53domains", "shield", "support", "tax", "trustedadvisor", "waf"]);

/** The Region that a request goes to: the resource says it, or else it is assumed. */
export function assumedRegion({ homeRegion }: AccessModel, action: string, resource: string | undefined): { readonly given: RequestContext; readonly assumed: RequestContext } {
  const region = resource === undefined ? "" : (parseArn(resource)?.region ?? "");
  if (region !== "" && !region.includes("*")) return { given: { "aws:RequestedRegion": region }, assumed: {} };
  if (GLOBAL.has(action.split(":", 1)[0]?.toLowerCase() ?? "")) return { given: { "aws:RequestedRegion": partitionOfRegion(homeRegion)?.organizationsRegion ?? "us-east-1" }, assumed: {} };
  return { given: {}, assumed: { "aws:RequestedRegion": homeRegion } };
}
