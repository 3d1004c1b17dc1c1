import { decide, type NamedPolicy, type Outcome } from "../policy/index.ts";
import type { AccessModel } from "./model.ts";
import { hasUnknown } from "./permissions.ts";
import { type AccessRequest, accountIdOf, type MadeRequest, makeRequest } from "./request.ts";
import type { ChainParts } from "./chain-cache.ts";

/** `unknown` where a key that is not given, or a policy that is not known, decides. */
export type AccessOutcome = "allowed" | "denied" | "unknown";

export interface AccessDecision {
  readonly outcome: AccessOutcome;
  /** Keys that it hangs on, in lower case and sorted; empty unless the outcome is `unknown`. */
  readonly missingKeys: readonly string[];
  /** What is not known of policies and decides: `identity`, `boundary`, `session`, `resource`. */
  readonly unknownPolicies: readonly UnknownPolicy[];
}

export type UnknownPolicy = "identity" | "boundary" | "session" | "resource";

/**
 * Decides one request. A principal with policies that are not known is decided twice: once as if they granted nothing, once
 * as if they granted everything; where the two differ, or where one might deny, the answer is `unknown`. So it is with the policy of a resource in
 * another account. The policy of a resource in the principal's own account is taken to grant and deny nothing by itself.
 */
export const decideAccess = (model: AccessModel, asked: AccessRequest): AccessDecision => decideMade(model, asked, makeRequest(model, asked));

export function decideMade(model: AccessModel, asked: AccessRequest, made: MadeRequest): AccessDecision {
  const { least, most } = boundsOf(model, asked, made);
  const { request } = made;
  const atLeast = decide(model.cache.chainOf(least), request);
  if (atLeast.outcome === "allowed") return mayBeDenied(model, asked, { ...least, bound: "worst" }, made) ? { outcome: "unknown", missingKeys: [], unknownPolicies: ["identity"] } : ALLOWED;
  const atMost = most === least ? atLeast : decide(model.cache.chainOf(most), request);
  if (isDenied(atMost.outcome)) return DENIED;
  return { outcome: "unknown", missingKeys: atMost.outcome === "unknown" ? atMost.missingKeys : atLeast.missingKeys, unknownPolicies: isDenied(atLeast.outcome) ? unknownIn(model, asked, made) : [] };
}

/** A policy that is not known may deny what the others allow. */
const mayBeDenied = (model: AccessModel, { principal: { permissions } }: AccessRequest, worst: ChainParts, { request }: MadeRequest): boolean =>
  hasUnknown(permissions) && decide(model.cache.chainOf(worst), request).outcome !== "allowed";

const ALLOWED: AccessDecision = { outcome: "allowed", missingKeys: [], unknownPolicies: [] };
const DENIED: AccessDecision = { outcome: "denied", missingKeys: [], unknownPolicies: [] };

export const isDenied = (outcome: Outcome): boolean => outcome === "explicitDeny" || outcome === "implicitDeny";

/** The chain with what is known only, and the one in which everything unknown allows; the same where nothing is unknown. */
export function boundsOf(model: AccessModel, { principal }: AccessRequest, made: MadeRequest): { readonly least: ChainParts; readonly most: ChainParts } {
  const { resourceAccount, resourcePolicy } = made;
  const { account, permissions } = principal;
  const base = {
    ...(account === undefined ? {} : { principal: account.chain }),
    ...(resourceAccount === undefined ? {} : { resource: resourceAccount.chain }),
    permissions,
  };
  const assumed = resourcePolicy ?? (leavesItToIdentity(made) ? defaultKeyPolicy(model) : undefined);
  const least: ChainParts = { ...base, ...(assumed === undefined ? {} : { resourcePolicy: assumed }), bound: "least" };
  const open = assumed === undefined && resourceDecides(made);
  if (!open && !hasUnknown(permissions)) return { least, most: least };
  return { least, most: { ...least, ...(open ? { resourcePolicy: OPEN } : {}), bound: "most" } };
}

/** A resource policy that lets everybody do everything, in place of one that is not known. */
export const OPEN: NamedPolicy = { name: "its policy", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } } };

const delegating = new WeakMap<AccessModel, NamedPolicy>();

/** What the default policy of a key says, for the keys of all accounts at once. Source: KMS Developer Guide, "Default key policy". */
function defaultKeyPolicy(model: AccessModel): NamedPolicy {
  const known = delegating.get(model) ?? { name: "default key policy", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: [...model.accountsById.keys()] }, Action: "*", Resource: "*" } } };
  delegating.set(model, known);
  return known;
}

/** Whether the resource's policy must grant: across accounts, to callers without an account, and for roles. */
export function resourceDecides({ request, resourceAccount }: MadeRequest): boolean {
  const caller = accountIdOf(request.principal);
  if (caller === undefined || caller !== (resourceAccount?.id ?? request.resourceAccount)) return request.resource !== undefined || caller === undefined;
  return /^sts:assumerole/i.test(request.action);
}

/** A key in the principal's own account, of which nothing is known. */
export const leavesItToIdentity = ({ request, resourceAccount }: MadeRequest): boolean =>
  /^kms:/i.test(request.action) && resourceAccount !== undefined && resourceAccount.id === accountIdOf(request.principal);

function unknownIn(model: AccessModel, asked: AccessRequest, made: MadeRequest): UnknownPolicy[] {
  const { identity, boundary, session } = asked.principal.permissions;
  const { most } = boundsOf(model, asked, made);
  const named = Object.entries({ identity, boundary, session }).flatMap(([name, part]) => ((part?.unknown.length ?? 0) > 0 ? [name as UnknownPolicy] : []));
  return [...named, ...(most.resourcePolicy === OPEN ? ["resource" as const] : [])];
}
