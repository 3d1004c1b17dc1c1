import type { Explanation, PolicyUse } from "../policy/index.ts";
import { AWS_MANAGED_POLICIES } from "./services/iam/managed/index.ts";
import { UNKNOWN_DOCUMENT_KEY } from "./services/iam/permissions.ts";

/** Why policies do not let a call through. */
export interface Denial {
  readonly kind: PolicyUse;
  /** A Deny matched; otherwise no Allow did. */
  readonly isExplicit: boolean;
  /** The ARN of the policy that denies; absent where AWS does not tell it, and for inline policies, which have none. */
  readonly policy?: string;
  /** What decides and is not known here; empty when everything was. */
  readonly unknown: readonly string[];
}

/**
 * The reason that AWS would name first: a Deny, then what did not allow. Policies of organizations are told to callers of
 * theirs only. Unconfirmed: which policy AWS names where several deny; here the first, RCPs before SCPs before others.
 * Source: AWS Security Blog, "Enhanced access denied error messages with policy ARNs".
 */
export function denialOf({ decision, denies, failedGates }: Explanation, organizationId?: string): Denial {
  const unknown = decision.missingKeys.map((key) => (key.startsWith(UNKNOWN_DOCUMENT_KEY) ? documentNamed(key) : `the condition key ${key}`));
  const deny = denies.find(({ matches }) => matches === "yes") ?? (decision.outcome === "unknown" ? denies[0] : undefined);
  if (deny !== undefined) return { kind: deny.kind, isExplicit: true, unknown, ...(isTold(deny.policy, organizationId) ? { policy: deny.policy } : {}) };
  return { kind: failedGates[0]?.kind ?? "identity", isExplicit: false, unknown };
}

const isTold = (policy: string, organizationId: string | undefined): boolean =>
  policy.startsWith("arn:") && (!policy.includes(":organizations:") || policy.includes(":organizations::aws:") || policy.includes(`/${organizationId}/`));

/** Keys are told in lower case. */
function documentNamed(key: string): string {
  const lower = key.slice(UNKNOWN_DOCUMENT_KEY.length);
  return `the document of ${AWS_MANAGED_POLICIES.find(({ arn }) => arn.toLowerCase() === lower)?.arn ?? lower}`;
}

const KINDS: Readonly<Record<PolicyUse, string>> = {
  scp: "service control policy",
  rcp: "resource control policy",
  identity: "identity-based policy",
  boundary: "permissions boundary",
  session: "session policy",
  resource: "resource-based policy",
  endpoint: "VPC endpoint policy",
};

/** Source: IAM User Guide, "Troubleshoot access denied error messages", with the ARNs of 2026. */
export function deniedMessage(arn: string, action: string, resource: string | undefined, { kind, isExplicit, policy, unknown }: Denial): string {
  const article = kind === "identity" ? "an" : "a";
  const reason = isExplicit ? `with an explicit deny in ${article} ${KINDS[kind]}${policy === undefined ? "" : `: ${policy}`}` : `because no ${KINDS[kind]} allows the ${action} action`;
  const on = resource === undefined ? "" : ` on resource: ${resource}`;
  const undecided = unknown.length === 0 ? "" : `. landfall's emulator does not know ${unknown.join(", ")}, and what it cannot decide never allows`;
  return `User: ${arn} is not authorized to perform: ${action}${on} ${reason}${undecided}`;
}
