import { compileChain, decide, explain, type NamedPolicy, type PolicyDocument, type Request, type RequestContext, type Principal as Asker } from "../policy/index.ts";
import { AwsError } from "./aws-error.ts";
import { type Denial, deniedMessage, denialOf } from "./denial.ts";
import type { Call } from "./operation.ts";
import type { Principal } from "./principal.ts";
import { ENDPOINTS } from "./protocols/index.ts";
import { type Caller, CONTEXT_MODE, contextModeWith, requestContext } from "./request-context.ts";
import { permissionsOf } from "./services/iam/permissions.ts";
import { iamResource } from "./services/iam/resources.ts";
import { shownResource } from "./services/iam/shown-resource.ts";

/** A request about to be decided. */
export interface AuthorizationRequest {
  readonly call: Call;
  /** As IAM writes it: `organizations:CreateAccount`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Actions that need no permission, or about which the operation itself asks, with the resource that it finds. */
const DECIDED_ELSEWHERE: ReadonlySet<string> = new Set([
  "sts:GetCallerIdentity", "sts:GetSessionToken", "sts:AssumeRole", "sts:AssumeRoot", "sts:GetFederationToken",
]);

/**
 * Decides whether policies let a call pass: undefined when they do. Identity policies, boundaries and session policies
 * are asked; outside of IAM it is not known yet which resource a call is about. SCPs and RCPs have no say yet; what an
 * account may do to another is decided by the operations themselves.
 */
export function authorize({ call, action, input }: AuthorizationRequest): AwsError | undefined {
  const refused = sessionRefusal(call.principal, action);
  if (refused !== undefined || DECIDED_ELSEWHERE.has(action)) return refused;
  const about = action.startsWith("iam:") ? iamResource(call, action.slice("iam:".length), input) : undefined;
  const resource = about && (about.resource ?? NO_RESOURCE);
  const denial = mayCall(call, action, resource, { keys: about?.keys ?? requestTags(input) });
  return denial && deniedError(call.principal, action, resource, denial);
}

/**
 * The tags that a request brings along, which are known of every call: those that give none have none.
 * Source: IAM User Guide, "AWS global condition context keys", aws:RequestTag and aws:TagKeys.
 */
function requestTags({ Tags }: AuthorizationRequest["input"]): RequestContext {
  const tags = Array.isArray(Tags) ? (Tags as readonly { Key?: string; Value?: string }[]) : [];
  return { "aws:RequestTag/*": undefined, "aws:TagKeys": tags.map(({ Key = "" }) => Key), ...Object.fromEntries(tags.map(({ Key = "", Value }) => [`aws:RequestTag/${Key}`, Value])) };
}

/** What policies are asked about for a call that is about no resource. */
const NO_RESOURCE = "*";

/** What a caller asks to do with one resource. */
export interface ResourceQuestion {
  /** The policy of the resource, such as a role's trust policy. */
  readonly policy?: NamedPolicy;
  /** Further condition keys; those with undefined are known to be absent. */
  readonly keys?: RequestContext;
}

/**
 * Why a caller may not do something; undefined when it may. The one place that asks policies, of the caller and of the
 * resource. What cannot be decided here never allows. Without a resource it is not known what the call is about: then
 * every statement is taken to be about it.
 */
export function mayCall(caller: Caller, action: string, resource?: string, { policy, keys }: ResourceQuestion = {}): Denial | undefined {
  const permissions = permissionsOf(caller.world, caller.principal);
  const chain = compileChain({ ...(resource === undefined ? onAnyResource(permissions) : permissions), ...(policy === undefined ? {} : { resource: policy }) });
  const request: Request = {
    principal: askerOf(caller.principal),
    action,
    resource: resource === NO_RESOURCE ? undefined : resource,
    context: { ...requestContext(caller), ...keys },
    contextMode: keys === undefined ? CONTEXT_MODE : contextModeWith(Object.keys(keys).map((key) => key.toLowerCase())),
  };
  return decide(chain, request).outcome === "allowed" ? undefined : denialOf(explain(chain, request));
}

/** A principal as policies name it. */
function askerOf({ accountId, arn, session }: Principal): Asker {
  if (session?.kind === "federated-user") return { type: "federated-user", accountId, arn, issuerArn: session.issuerArn };
  if (arn.endsWith(":root")) return { type: "root", accountId, arn };
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (role === undefined) return { type: "user", accountId, arn };
  return { type: "role-session", accountId, arn, roleArn: session?.issuerArn ?? `arn:aws:iam::${accountId}:role/${role}` };
}

type Permissions = ReturnType<typeof permissionsOf>;

/** Policies as if every statement were about every resource: an Allow may be meant, and so may a Deny. */
const onAnyResource = ({ identity, boundary, session }: Permissions): Permissions => ({
  identity: identity.map(widened),
  ...(boundary === undefined ? {} : { boundary: boundary.map(widened) }),
  ...(session === undefined ? {} : { session: session.map(widened) }),
});

const widenedDocuments = new WeakMap<PolicyDocument, PolicyDocument>();

function widened({ name, document }: NamedPolicy): NamedPolicy {
  let wide = widenedDocuments.get(document);
  if (wide === undefined) {
    const Statement = [document.Statement].flat().map(({ Resource: _resource, NotResource: _others, ...statement }) => ({ ...statement, Resource: "*" }));
    widenedDocuments.set(document, (wide = { ...document, Statement }));
  }
  return { name, document: wide };
}

/** AWS's answer to a caller that policies do not let through. */
export const deniedError = (principal: Principal, action: string, resource: string | undefined, denial: Denial): AwsError =>
  accessDenied(action, deniedMessage(principal.arn, action, resource && shownResource(action, resource), denial));

/** The protocols differ in the name and in the status. */
function accessDenied(action: string, message: string): AwsError {
  const isQuery = ENDPOINTS.find(({ iamPrefix }) => iamPrefix === action.split(":")[0])?.protocol.name === "awsQuery";
  return isQuery ? new AwsError("AccessDenied", message, { status: 403 }) : new AwsError("AccessDeniedException", message);
}

/**
 * What temporary credentials cannot do, whatever policies say.
 * Source: STS API Reference, "GetSessionToken" and "GetFederationToken". Unconfirmed: the names of these answers.
 */
function sessionRefusal({ session }: Principal, action: string): AwsError | undefined {
  if (session?.kind !== "session-token" && session?.kind !== "federated-user") return undefined;
  const [service, name] = action.split(":");
  if (service === "iam") return new AwsError("InvalidClientTokenId", "The security token included in the request is invalid", { status: 403 });
  if (service !== "sts" || name === "GetCallerIdentity" || (name === "AssumeRole" && session.kind === "session-token")) return undefined;
  return accessDenied(action, `Cannot call ${name} with session credentials`);
}
