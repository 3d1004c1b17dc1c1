import { AwsError } from "./aws-error.ts";
import { type Asker, type Chain, type Denial, denials } from "./evaluation/index.ts";
import type { Call } from "./operation.ts";
import type { Principal } from "./principal.ts";
import { ENDPOINTS } from "./protocols/index.ts";
import { type Caller, type MoreKeys, requestContext } from "./request-context.ts";
import { permissionsOf } from "./services/iam/permissions.ts";

/** A request about to be decided. */
export interface AuthorizationRequest {
  readonly call: Call;
  /** As IAM writes it: `organizations:CreateAccount`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Actions that no policy is asked about, or that the operation itself asks about with its resource. */
const DECIDED_ELSEWHERE: ReadonlySet<string> = new Set([
  "sts:GetCallerIdentity", "sts:GetSessionToken", "sts:AssumeRole", "sts:AssumeRoot", "sts:GetFederationToken",
]);

/**
 * Decides whether policies let a call pass: undefined when they do. Identity policies, boundaries and session policies
 * are asked whether they allow the action, on any resource: which one a call is about is not known yet. SCPs and RCPs
 * are not enforced yet; what an account may do to another is decided by the operations themselves.
 */
export function authorize({ call, action }: AuthorizationRequest): AwsError | undefined {
  const refused = sessionRefusal(call.principal, action);
  if (refused !== undefined || DECIDED_ELSEWHERE.has(action)) return refused;
  const [denial] = mayCall(call, action);
  return denial && deniedError(call.principal, action, undefined, denial);
}

/** What a caller asks to do with one resource. */
export interface ResourceQuestion {
  /** The account that owns the resource; the caller's own when absent. */
  readonly accountId?: string;
  /** The policy of the resource, such as a role's trust policy. */
  readonly policy?: Chain["resource"];
  /** Further condition keys, by name in lower case. */
  readonly keys?: MoreKeys;
}

/**
 * Why a caller may not do something; empty when it may. The one place that asks policies: it answers for identity
 * policies, boundaries, session policies and the policy of the resource. What it cannot evaluate never allows.
 */
export function mayCall(caller: Caller, action: string, resource?: string, about: ResourceQuestion = {}): readonly Denial[] {
  const { principal, world } = caller;
  const chain: Chain = { ...permissionsOf(world, principal), ...(about.policy === undefined ? {} : { resource: about.policy }) };
  const question = { asker: askerOf(principal), action, resource, resourceAccountId: about.accountId };
  return denials(chain, question, requestContext(caller, about.keys));
}

const askerOf = ({ accountId, arn, session }: Principal): Asker => ({ accountId, arn, roleArn: session?.kind === "role" ? session.issuerArn : undefined });

const LAYERS: Readonly<Record<Denial["layer"], readonly [none: string, explicit: string]>> = {
  identity: ["no identity-based policy", "an identity-based policy"],
  boundary: ["no permissions boundary", "a permissions boundary"],
  session: ["no session policy", "a session policy"],
  resource: ["no resource-based policy", "a resource-based policy"],
};

/** AWS's answer. Source: IAM User Guide, "Troubleshoot access denied error messages". */
export function deniedError(principal: Principal, action: string, resource: string | undefined, denial: Denial): AwsError {
  const [none, explicit] = LAYERS[denial.layer];
  const reason = denial.isExplicit ? ` with an explicit deny in ${explicit}` : ` because ${none} allows the ${action} action`;
  const on = resource === undefined ? "" : ` on resource: ${resource}`;
  const unevaluated = denial.unevaluated === undefined ? "" : `. landfall's emulator cannot evaluate ${denial.unevaluated}, and what it cannot evaluate never allows`;
  return accessDenied(action, `User: ${principal.arn} is not authorized to perform: ${action}${on}${reason}${unevaluated}`);
}

/** The protocols differ in the name and in the status. */
export function accessDenied(action: string, message: string): AwsError {
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
