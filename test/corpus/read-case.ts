import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContextMode, NamedPolicy, PolicyChain, PolicyDocument, PolicyLevel, Principal, Request, RequestContext } from "../../src/policy/index.ts";
import type { CaseLevel, CaseRequest, PolicyCase } from "./case-format.ts";

const FOLDER = import.meta.dirname;

export const corpusFiles = (): string[] => readdirSync(FOLDER).filter((file) => file.endsWith(".jsonl")).sort();

export const readCases = (file: string): PolicyCase[] =>
  readFileSync(path.join(FOLDER, file), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as PolicyCase);

/** The chain and the request that a case is about. */
export function questionOf({ organisation, policies, request }: PolicyCase): { chain: PolicyChain; request: Request } {
  const { identity, boundary, session, resource, endpoint, endpointType = "interface" } = policies ?? {};
  const chain: PolicyChain = {
    ...(organisation?.managementAccountId && { managementAccountId: organisation.managementAccountId }),
    ...(organisation?.scpLevels && { scps: organisation.scpLevels.map((level) => levelOf("scp", level)) }),
    ...(organisation?.rcpLevels && { rcps: organisation.rcpLevels.map((level) => levelOf("rcp", level)) }),
    identity: named("identity", identity ?? []),
    ...(boundary && { boundary: named("boundary", boundary) }),
    ...(session && { session: named("session", Array.isArray(session) ? (session as readonly PolicyDocument[]) : [session as PolicyDocument]) }),
    ...(resource && { resource: { name: "resource", document: resource } }),
    ...(endpoint && { endpoint: { type: endpointType, policies: named("endpoint", endpoint) } }),
  };
  return { chain, request: requestOf(request) };
}

const named = (name: string, documents: readonly PolicyDocument[]): NamedPolicy[] =>
  documents.map((document, index) => ({ name: `${name} ${index + 1}`, document }));

const levelOf = (kind: string, { node, documents }: CaseLevel): PolicyLevel => ({ name: node, policies: named(`${kind} of ${node}`, documents) });

function requestOf(request: CaseRequest): Request {
  const { action, resource, resourceAccount, wildcardOnlyAction, context = {}, awsManagedKey } = request;
  const principal = principalOf(request);
  return {
    principal,
    action,
    ...(resource && wildcardOnlyAction !== true && { resource }),
    ...(resourceAccount && { resourceAccount }),
    ...(awsManagedKey === true && { awsManagedKey }),
    context: request.contextMode === "derived" ? derivedContext(principal, context) : context,
    ...contextModeOf(request),
  };
}

function contextModeOf({ unknownKeys, knownKeys }: CaseRequest): { contextMode?: ContextMode } {
  if (unknownKeys !== undefined) return { contextMode: { unknown: new Set(unknownKeys) } };
  return knownKeys === undefined ? {} : { contextMode: { known: new Set(knownKeys) } };
}

/** Reads a principal from its ARN, or from what else can name one. */
function principalOf({ principal, sessionIssuerArn, outsideOrganization, canonicalUserId }: CaseRequest): Principal {
  if (typeof principal !== "string") return principal.type === "Anonymous" ? { type: "anonymous" } : principal;
  const [arn, partition = "", , , accountId = "", resource = ""] = principal.split(":");
  if (arn !== "arn") return principal.endsWith(".amazonaws.com") ? { type: "service", names: [principal] } : { type: "web-identity", provider: principal };
  const account = { accountId, ...(outsideOrganization === true && { outsideOrganization }), ...(canonicalUserId !== undefined && { canonicalUserId }) };
  const [kind, name = ""] = resource.split("/");
  const issuer = (type: string): string => sessionIssuerArn ?? `arn:${partition}:iam::${accountId}:${type}/${name}`;
  switch (kind) {
    case "root": return { type: "root", arn: principal, ...account };
    case "role": return { type: "role-session", roleArn: principal, ...account };
    case "assumed-role": return { type: "role-session", arn: principal, roleArn: issuer("role"), ...account };
    case "federated-user": return { type: "federated-user", arn: principal, issuerArn: issuer("user"), ...account };
    case "oidc-provider": return { type: "web-identity", provider: principal };
    case "saml-provider": return { type: "saml", provider: principal };
    case "user": return { type: "user", arn: principal, ...account };
    default: throw new RangeError(`${principal} is no principal`);
  }
}

/** `derived`: also what follows from the principal; an empty text counts as absent. */
function derivedContext(principal: Principal, context: RequestContext): RequestContext {
  const given = Object.fromEntries(Object.entries(context).filter(([, value]) => value !== ""));
  if (principal.type === "service") return { "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": principal.names[0], ...given };
  if (!("accountId" in principal)) return given;
  const user = principal.type === "user" ? { "aws:username": principal.arn.split("/").at(-1) } : {};
  const entity = principal.type === "role-session" ? principal.roleArn : principal.arn;
  return { "aws:PrincipalArn": entity, "aws:PrincipalAccount": principal.accountId, "aws:PrincipalIsAWSService": "false", ...user, ...given };
}
