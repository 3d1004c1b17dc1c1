import type { Partition } from "../ids/index.ts";
import { type CompiledChain, type ContextMode, decide, explain, forwardedRequest, type NamedPolicy, type Principal as Asker, type Request, type RequestContext } from "../policy/index.ts";
import { chainOf } from "./chains.ts";
import { type Denial, denialOf } from "./denial.ts";
import { arnIn, partitionNamed } from "./partitions.ts";
import type { Principal } from "./principal.ts";
import { callContext, type Caller, contextModeWith, requestContext, resourceContext } from "./request-context.ts";
import { permissionsOf } from "./services/iam/permissions.ts";
import { controlsOf } from "./services/organizations/controls.ts";

/** What a caller asks to do, and with what. */
export interface Question {
  /** As IAM writes it: `organizations:CreateAccount`. */
  readonly action: string;
  /** The ARN of the resource; policies are asked on `*` without one. */
  readonly resource?: string;
  /** The account that owns it, which lets its RCPs have a say and its policy be needed; that of the ARN, or the caller's, by default. */
  readonly resourceAccount?: string;
  /** The policy of the resource, such as a role's trust policy. */
  readonly policy?: NamedPolicy;
  /** The service that asks in the caller's name: for a KMS key that AWS manages for it, or for its service-linked role. */
  readonly via?: string;
  /** Condition keys of the service and of the resource; those with undefined, and those that are not given, are absent. */
  readonly keys?: RequestContext;
  /** Keys, in lower case, that may be there or not. */
  readonly unclear?: readonly string[];
}

/** A question as the engine of policies takes it. */
export interface Prepared {
  readonly chain: CompiledChain;
  readonly request: Request;
}

/**
 * Why a caller may not do something; undefined when it may. The one place that asks policies: of the caller, of the
 * resource, and of the organizations of both. What cannot be decided here never allows.
 */
export function mayCall(caller: Caller, question: Question): Denial | undefined {
  const { chain, request } = prepare(caller, question);
  return decide(chain, request).outcome === "allowed" ? undefined : denialOf(explain(chain, request), organizationOf(caller));
}

/** Finds the policies and the context of a question. */
export function prepare(caller: Caller, { action, resource, resourceAccount, policy, via, keys, unclear }: Question): Prepared {
  const { world, principal } = caller;
  const owner = resourceAccount ?? accountIn(resource) ?? principal.accountId;
  const controls = controlsOf(world, principal.accountId);
  const chain = chainOf({
    permissions: permissionsOf(world, principal),
    ...(policy === undefined ? {} : { resource: policy }),
    caller: { accountId: principal.accountId, controls },
    owner: { accountId: owner, controls: owner === principal.accountId ? controls : controlsOf(world, owner) },
  });
  const context = (): RequestContext => ({ ...requestContext(caller), ...resourceContext(world, accountIn(resource) ?? owner), ...keys });
  const request = new Asked({ principal: askerOf(principal, partitionNamed(caller.region)), action, resource, resourceAccount: owner, contextMode: contextModeWith(unclear) }, context);
  if (via === undefined) return { chain, request };
  const own = { ...callContext(caller), ...resourceContext(world, owner), ...keys };
  return { chain, request: forwardedRequest(request, { via, action, resource, resourceAccount: owner, awsManagedKey: action.startsWith("kms:"), context: own }) };
}

/** A request whose context is made when a condition asks for it: for most callers none does. */
class Asked implements Request {
  readonly principal: Asker;
  readonly action: string;
  readonly resource: string | undefined;
  readonly resourceAccount: string | undefined;
  readonly contextMode: ContextMode | undefined;
  readonly #make: () => RequestContext;
  #context: RequestContext | undefined;

  constructor({ principal, action, resource, resourceAccount, contextMode }: Omit<Request, "context">, make: () => RequestContext) {
    this.principal = principal;
    this.action = action;
    this.resource = resource;
    this.resourceAccount = resourceAccount;
    this.contextMode = contextMode;
    this.#make = make;
  }

  get context(): RequestContext {
    return (this.#context ??= this.#make());
  }
}

const organizationOf = ({ world, principal }: Caller): string | undefined => controlsOf(world, principal.accountId)?.organization.id;

/** The account in an ARN; AWS's own policies have none. */
const accountIn = (arn: string | undefined): string | undefined => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn ?? "")?.[1];

/** A principal as policies name it, in the partition that is called. */
function askerOf({ accountId, arn: kept, session }: Principal, partition: Partition): Asker {
  const arn = arnIn(partition, kept);
  const issuerArn = session && arnIn(partition, session.issuerArn);
  if (session?.kind === "federated-user") return { type: "federated-user", accountId, arn, issuerArn: issuerArn ?? arn };
  if (arn.endsWith(":root")) return { type: "root", accountId, arn };
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (role === undefined) return { type: "user", accountId, arn };
  return { type: "role-session", accountId, arn, roleArn: issuerArn ?? arnIn(partition, `arn:aws:iam::${accountId}:role/${role}`) };
}
