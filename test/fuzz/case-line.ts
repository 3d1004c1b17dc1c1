import type { Decision, PolicyChain, PolicyDocument, PolicyLevel, Principal, Request } from "../../src/policy/index.ts";

const DECISIONS: Readonly<Record<Decision["outcome"], string>> = {
  allowed: "Allowed",
  explicitDeny: "ExplicitlyDenied",
  implicitDeny: "ImplicitlyDenied",
  unknown: "Unknown",
};

/** A question with its answer as a line of a corpus; undefined where the format cannot tell all of it. The names of policies are lost. */
export function caseLine(chain: PolicyChain, request: Request, { outcome, missingKeys }: Decision): string | undefined {
  const principal = principalOf(request.principal);
  const session = chain.session ?? [];
  if (principal === undefined || session.length > 1) return undefined;
  const { action, resource, resourceAccount, awsManagedKey, context } = request;
  return JSON.stringify({
    id: "fuzz",
    kind: "request",
    organisation: { managementAccountId: chain.managementAccountId ?? null, scpLevels: levelsOf(chain.scps), rcpLevels: levelsOf(chain.rcps) },
    policies: {
      identity: documentsOf(chain.identity),
      boundary: documentsOf(chain.boundary),
      session: session[0]?.document ?? null,
      resource: chain.resource?.document ?? null,
      endpoint: documentsOf(chain.endpoint?.policies),
      ...(chain.endpoint?.type && { endpointType: chain.endpoint.type }),
    },
    request: {
      ...principal,
      action,
      resource: resource ?? null,
      resourceAccount: resourceAccount ?? null,
      ...(awsManagedKey === true && { awsManagedKey }),
      contextMode: "exact",
      context,
      ...keysOf(request),
    },
    expected: { decision: DECISIONS[outcome], ...(outcome === "unknown" && { missingKeys }) },
  });
}

const documentsOf = (policies: readonly { readonly document: PolicyDocument }[] | undefined): PolicyDocument[] | null => policies?.map(({ document }) => document) ?? null;

const levelsOf = (levels: readonly PolicyLevel[] | undefined): unknown => levels?.map(({ name, policies }) => ({ node: name, documents: documentsOf(policies) })) ?? null;

function keysOf({ contextMode = "exact" }: Request): object {
  if (contextMode === "exact") return {};
  return "unknown" in contextMode ? { unknownKeys: [...contextMode.unknown] } : { knownKeys: [...contextMode.known] };
}

function principalOf(principal: Principal): object | undefined {
  switch (principal.type) {
    case "anonymous": return { principal: { type: "Anonymous" } };
    case "service": return principal.names.length === 1 ? { principal: principal.names[0] } : undefined;
    case "web-identity": case "saml": return { principal: principal.provider };
    case "role-session": return { principal: principal.arn ?? principal.roleArn, sessionIssuerArn: principal.roleArn, ...ofAccount(principal) };
    case "federated-user": return { principal: principal.arn, sessionIssuerArn: principal.issuerArn, ...ofAccount(principal) };
    case "root": case "user": return { principal: principal.arn, ...ofAccount(principal) };
  }
}

const ofAccount = ({ outsideOrganization, canonicalUserId }: { readonly outsideOrganization?: boolean; readonly canonicalUserId?: string }): object => ({
  ...(outsideOrganization === true && { outsideOrganization }),
  ...(canonicalUserId !== undefined && { canonicalUserId }),
});
