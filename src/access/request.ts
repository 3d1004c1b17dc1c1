import type { NamedPolicy, PolicyDocument, Principal, Request, RequestContext } from "../policy/index.ts";
import { contextOfPrincipal } from "../policy/index.ts";
import { parseArn } from "../ids/index.ts";
import { assumedRegion } from "./assumed-region.ts";
import { knownKeysOf } from "./known-keys.ts";
import type { AccessAccount, AccessModel } from "./model.ts";
import { type AccessPrincipal, roleNamed } from "./principal.ts";

/** What is asked: may this principal do this, there? */
export interface AccessRequest {
  readonly principal: AccessPrincipal;
  /** `s3:PutObject` */
  readonly action: string;
  /** An ARN, taken literally. Absent for an action that takes no resource. */
  readonly resource?: string;
  /**
   * The account that owns the resource, or `outside` for one of another organization. When absent it is the one that
   * the ARN names, else the principal's own.
   */
  readonly resourceAccount?: AccessAccount | "outside";
  /** Condition keys with their values. */
  readonly context?: RequestContext;
  /** What the resource's own policy says; absent where that is not known. */
  readonly resourcePolicy?: NamedPolicy;
}

/** A request as the evaluators take it, with what it was made of. */
export interface MadeRequest {
  readonly request: Request;
  /** Of the resource; absent when it is outside, or when nobody can tell. */
  readonly resourceAccount?: AccessAccount;
  /** The values that are only assumed, by key. */
  readonly assumed: RequestContext;
  /** The resource's policy, where it is given or known, such as the trust policy of a declared role. */
  readonly resourcePolicy?: NamedPolicy;
}

/** Calls are taken to be direct and encrypted unless something else is said. */
const ASSUMED: RequestContext = { "aws:SecureTransport": "true", "aws:ViaAWSService": "false" };

/** Keys that are not given are unknown, except those that a principal of this kind cannot have. */
export function makeRequest(model: AccessModel, asked: AccessRequest): MadeRequest {
  const { principal: asker, action, resource, context = {} } = asked;
  const resourceAccount = ownerOf(model, asked);
  const given = keysIn(context);
  const region = assumedRegion(model, action, resource);
  const assumed: Record<string, RequestContext[string]> = {};
  for (const [key, value] of Object.entries({ ...ASSUMED, ...region.assumed })) if (!given.has(key.toLowerCase())) assumed[key] = value;
  return {
    request: {
      principal: asker.principal,
      action,
      ...(resource === undefined ? {} : { resource }),
      ...(resourceAccount === undefined ? outsideAccount(asked) : { resourceAccount: resourceAccount.id }),
      context: { ...contextOfPrincipal(asker.principal), ...principalContext(model, asker), ...resourceContext(model, resourceAccount), ...region.given, ...assumed, ...context },
      contextMode: { known: knownKeysOf(asker) },
    },
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    assumed,
    ...policyOfResource(model, asked, resourceAccount),
  };
}

const keysIn = (context: RequestContext): Set<string> => new Set(Object.keys(context).map((key) => key.toLowerCase()));

function ownerOf(model: AccessModel, { resource, resourceAccount, principal }: AccessRequest): AccessAccount | undefined {
  if (resourceAccount !== undefined) return resourceAccount === "outside" ? undefined : resourceAccount;
  const id = resource === undefined ? "" : (parseArn(resource)?.accountId ?? "");
  // An ARN with an account that is none of ours is somebody else's; AWS's own say `aws`.
  return /^\d{12}$/.test(id) ? model.accountsById.get(id) : principal.account;
}

const outsideAccount = ({ resource, resourceAccount }: AccessRequest): { readonly resourceAccount?: string } =>
  resourceAccount === "outside" && parseArn(resource ?? "")?.accountId === "" ? { resourceAccount: SOMEBODY_ELSE } : {};

/** An account of nobody, for a resource outside whose ARN does not say. */
const SOMEBODY_ELSE = "009999999998";

function principalContext(model: AccessModel, { account, organizationId, role }: AccessPrincipal): RequestContext {
  const tags = Object.fromEntries(Object.entries(role?.tags ?? {}).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));
  if (account !== undefined) return { "aws:PrincipalOrgID": model.organizationId.id, "aws:PrincipalOrgPaths": [account.organizationPath], ...tags };
  return organizationId === undefined ? {} : { "aws:PrincipalOrgID": organizationId, "aws:PrincipalOrgPaths": [`${organizationId}/r-0000/`] };
}

const resourceContext = (model: AccessModel, account: AccessAccount | undefined): RequestContext =>
  account === undefined ? {} : { "aws:ResourceAccount": account.id, "aws:ResourceOrgID": model.organizationId.id, "aws:ResourceOrgPaths": [account.organizationPath] };

function policyOfResource(model: AccessModel, { action, resource, resourcePolicy }: AccessRequest, owner: AccessAccount | undefined): Pick<MadeRequest, "resourcePolicy"> {
  if (resourcePolicy !== undefined) return { resourcePolicy };
  if (owner === undefined || resource === undefined) return {};
  const trust = /^sts:assumerole$/i.test(action) ? trustOf(model, resource, owner) : undefined;
  return trust === undefined ? {} : { resourcePolicy: named(trust, resource) };
}

function trustOf(model: AccessModel, arn: string, owner: AccessAccount): PolicyDocument | undefined {
  const name = /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  return name === undefined ? undefined : roleNamed(model, "role", name, owner)?.trust;
}

const trusts = new WeakMap<PolicyDocument, NamedPolicy>();

/** The same object each time, because chains are remembered by it. */
function named(document: PolicyDocument, arn: string): NamedPolicy {
  const known = trusts.get(document) ?? { name: `trust of ${arn.split("/").at(-1) ?? arn}`, document };
  trusts.set(document, known);
  return known;
}

/** The account of a principal that has one, also outside of the organization. */
export const accountIdOf = (principal: Principal): string | undefined => ("accountId" in principal ? principal.accountId : undefined);
