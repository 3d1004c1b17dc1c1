import type { Decision, PolicyChain, PolicyLevel, Principal, Request } from "../../src/policy/index.ts";
import type { CaseExpectation, CaseLevel, PolicyCase } from "./case-format.ts";

const DECISIONS: Readonly<Record<Decision["outcome"], CaseExpectation["decision"]>> = {
  allowed: "Allowed",
  explicitDeny: "ExplicitlyDenied",
  implicitDeny: "ImplicitlyDenied",
  unknown: "Unknown",
};

/** A question as a line of a corpus; the names of policies are lost. */
export function caseOf(id: string, chain: PolicyChain, request: Request, { outcome, missingKeys }: Decision): PolicyCase {
  return {
    id,
    kind: "request",
    organisation: { managementAccountId: chain.managementAccountId ?? null, scpLevels: levelsOf(chain.scps), rcpLevels: levelsOf(chain.rcps) },
    policies: {
      identity: chain.identity.map(({ document }) => document),
      boundary: chain.boundary?.map(({ document }) => document) ?? null,
      session: chain.session?.map(({ document }) => document) ?? null,
      resource: chain.resource?.document ?? null,
      endpoint: chain.endpoint?.policies.map(({ document }) => document) ?? null,
      ...(chain.endpoint?.type && { endpointType: chain.endpoint.type }),
    },
    request: requestOf(request),
    expected: { decision: DECISIONS[outcome], ...(outcome === "unknown" && { missingKeys }) },
  };
}

const levelsOf = (levels: readonly PolicyLevel[] | undefined): CaseLevel[] | null =>
  levels?.map(({ name, policies }) => ({ node: name, documents: policies.map(({ document }) => document) })) ?? null;

function requestOf({ principal, action, resource, resourceAccount, awsManagedKey, context, contextMode = "exact" }: Request): PolicyCase["request"] {
  return {
    principal: nameOf(principal),
    action,
    resource: resource ?? null,
    resourceAccount: resourceAccount ?? null,
    ...(awsManagedKey === true && { awsManagedKey }),
    contextMode: "exact",
    context,
    ...(contextMode !== "exact" && ("unknown" in contextMode ? { unknownKeys: [...contextMode.unknown] } : { knownKeys: [...contextMode.known] })),
  };
}

/** Whole, since an ARN does not tell everything. */
const nameOf = (principal: Principal): PolicyCase["request"]["principal"] => (principal.type === "anonymous" ? { type: "Anonymous" } : principal);
