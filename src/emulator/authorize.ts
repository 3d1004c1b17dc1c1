import { AwsError } from "./aws-error.ts";
import { mayCall } from "./decision.ts";
import { type Denial, deniedMessage } from "./denial.ts";
import type { Call } from "./operation.ts";
import type { Principal } from "./principal.ts";
import { ENDPOINTS } from "./protocols/index.ts";
import { shownResource } from "./services/iam/shown-resource.ts";
import { type FurtherSubject, furtherQuestions, subjectOf } from "./subjects/index.ts";

/** A request about to be decided. */
export interface AuthorizationRequest {
  readonly call: Call;
  /** As IAM writes it: `organizations:CreateAccount`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Actions that need no permission, or about which the operation itself asks, with the resource that it finds. */
const DECIDED_ELSEWHERE: ReadonlySet<string> = new Set(["sts:GetCallerIdentity", "sts:GetSessionToken", "sts:AssumeRole", "sts:AssumeRoot", "sts:GetFederationToken"]);

/**
 * Decides whether policies let a call pass: undefined when they do. Everything that the call is about has to be let
 * through, for every action that it needs. What an account may do to another is decided by the operations themselves: for policies, the caller's account
 * owns whatever it reaches through them.
 */
export function authorize({ call, action, input }: AuthorizationRequest): AwsError | undefined {
  const refused = sessionRefusal(call.principal, action);
  if (refused !== undefined || DECIDED_ELSEWHERE.has(action)) return refused;
  const own = subjectOf(call, action, input);
  const denied = ask(call, action, own);
  if (denied !== undefined) return denied;
  for (const further of furtherQuestions(call, action, input, own)) {
    const deniedToo = ask(call, further.action, further.subject, action);
    if (deniedToo !== undefined) return further.refusal?.() ?? deniedToo;
  }
  return undefined;
}

/** Asks policies about everything that an action is about. The service that was called answers, whosever action it is. */
function ask(call: Call, action: string, { resources, keys, unclear = NONE, ownedByCaller, policy, via }: FurtherSubject, called = action): AwsError | undefined {
  const resourceAccount = ownedByCaller === true ? call.principal.accountId : undefined;
  for (const { arn, tags, unclear: ofResource = NONE } of resources.length === 0 ? NOTHING_NAMED : resources) {
    const denial = mayCall(call, { action, resource: arn, resourceAccount, policy, via, keys: { ...keys, ...tags }, unclear: unclear === NONE && ofResource === NONE ? NONE : [...unclear, ...ofResource] });
    if (denial !== undefined) return deniedError(call.principal, action, arn ?? "*", denial, called);
  }
  return undefined;
}

/** A call about the account as a whole, and a list: policies are asked on `*`. */
const NOTHING_NAMED = [{ arn: undefined, tags: undefined, unclear: undefined }] as const;
const NONE: readonly string[] = [];

/** AWS's answer to a caller that policies do not let through. */
export const deniedError = (principal: Principal, action: string, resource: string, denial: Denial, called = action): AwsError =>
  accessDenied(called, deniedMessage(principal.arn, action, shownResource(action, resource), denial));

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
