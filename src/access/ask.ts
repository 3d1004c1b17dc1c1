import { decide, explain, type Explanation, type NamedPolicy, type Outcome, type RequestContext } from "../policy/index.ts";
import { figure } from "../diagnostics/index.ts";
import { withOtherIds } from "./alternatives.ts";
import type { ChainParts } from "./chain-cache.ts";
import { type AccessDecision, boundsOf, decideMade, leavesItToIdentity, OPEN, resourceDecides } from "./decide.ts";
import { ladderOf, type Rung } from "./ladder.ts";
import type { AccessModel, OrganizationChain } from "./model.ts";
import { type AccessRequest, accountIdOf, type MadeRequest, makeRequest } from "./request.ts";
import { isVisitor } from "./visitors.ts";

/** Something that was taken to be so without being known. */
export interface Assumption {
  /** A sentence. */
  readonly text: string;
  /** The condition key, where it is about one. */
  readonly key?: string;
  /** Whether the answer would be another if it were not so. */
  readonly matters: boolean;
}

export interface AccessAnswer extends AccessDecision {
  readonly rungs: readonly Rung[];
  readonly assumptions: readonly Assumption[];
  readonly made: MadeRequest;
  /** What the ladder is drawn from. */
  readonly explanation: Explanation;
}

/** Decides one request and tells everything that led to it: the ladder, and what was assumed. */
export function ask(model: AccessModel, asked: AccessRequest): AccessAnswer {
  const made = makeRequest(model, asked);
  const decision = decideMade(model, asked, made);
  const { least, most } = boundsOf(model, asked, made);
  const parts = decision.outcome === "allowed" ? least : most;
  const explanation = explain(model.cache.chainOf(parts), made.request);
  const { principal } = asked;
  const rungs = ladderOf(explanation, {
    ...(principal.account === undefined ? {} : { principalAccount: principal.account }),
    ...(made.resourceAccount === undefined ? {} : { resourceAccount: made.resourceAccount }),
    permissions: principal.permissions,
    resourceUnknown: most.resourcePolicy === OPEN,
    ...(least.resourcePolicy === undefined ? {} : { resourcePolicy: least.resourcePolicy.name }),
  });
  return { ...decision, rungs, explanation, made, assumptions: assumptionsOf(model, { asked, made, parts, outcome: explanation.decision.outcome }) };
}

interface Asking {
  readonly asked: AccessRequest;
  readonly made: MadeRequest;
  /** The chain that the answer comes from, and what it says. */
  readonly parts: ChainParts;
  readonly outcome: Outcome;
}

function assumptionsOf(model: AccessModel, asking: Asking): Assumption[] {
  return [...aboutKeys(model, asking), ...aboutStranger(model, asking), ...aboutIds(model, asking), ...aboutResource(model, asking), ...aboutState(asking)];
}

/** Each assumed key is asked again as one that is not known. */
function aboutKeys(model: AccessModel, { made, parts, outcome }: Asking): Assumption[] {
  const chain = model.cache.chainOf(parts);
  return Object.entries(made.assumed).map(([key, value]) => {
    const context: RequestContext = Object.fromEntries(Object.entries(made.request.context).filter(([other]) => other !== key));
    const matters = decide(chain, { ...made.request, context }).outcome !== outcome;
    const words = key === "aws:RequestedRegion" ? `, the home Region` : "";
    return { key, text: `${key} is ${String(value)}${words}.`, matters };
  });
}

/** An id that is none of ours may be that of an account whose id nobody knows. */
function aboutStranger({ accountsById }: AccessModel, { asked: { principal } }: Asking): Assumption[] {
  const strangers = [...accountsById.values()].filter((account) => account.isStandIn && !isVisitor(account)).length;
  if (principal.kind !== "outside" || strangers === 0 || !("accountId" in principal.principal) || principal.organizationId !== undefined) return [];
  return [{ text: `Account ${principal.principal.accountId} is none of the organization's, though the ids of ${figure(strangers)} of its accounts are not known.`, matters: true }];
}

function aboutIds(model: AccessModel, { made, parts, outcome }: Asking): Assumption[] {
  const others = withOtherIds(model, made, policiesOf(parts));
  if (others.length === 0) return [];
  const chain = model.cache.chainOf(parts);
  const matters = others.some((request) => decide(chain, request).outcome !== outcome);
  return [{ text: "Ids that AWS has not given yet are stand-ins.", matters }];
}

function policiesOf({ principal, resource, permissions, resourcePolicy }: ChainParts): NamedPolicy[] {
  const levels = (chain: OrganizationChain | undefined, kind: "scps" | "rcps"): NamedPolicy[] => (chain?.[kind] ?? []).flatMap(({ policies }) => policies);
  const own = [permissions.identity, permissions.boundary, permissions.session].flatMap((part) => part?.policies ?? []);
  return [...levels(principal, "scps"), ...levels(resource, "rcps"), ...own, ...(resourcePolicy === undefined ? [] : [resourcePolicy])];
}

/** The policy of a resource that nobody gave might grant what the principal's own do not, or deny what they allow. */
function aboutResource(model: AccessModel, { asked, made, parts, outcome }: Asking): Assumption[] {
  const { request, resourceAccount } = made;
  if (leavesItToIdentity(made)) return [{ text: "The key has AWS's default policy, which leaves it to IAM.", matters: true }];
  if (made.resourcePolicy !== undefined || request.resource === undefined || resourceDecides(made)) return [];
  const [, , , , owner] = request.resource.split(":");
  const ofOwn: Assumption[] = owner === "" && asked.resourceAccount === undefined && resourceAccount !== undefined && resourceAccount.id === accountIdOf(request.principal) ? [{ text: `The resource belongs to ${resourceAccount.key}, because its ARN names no account.`, matters: outcome === "allowed" }] : [];
  const granted = decide(model.cache.chainOf({ ...parts, resourcePolicy: OPEN }), request).outcome;
  const matters = outcome === "allowed" || granted !== outcome;
  return [...ofOwn, { text: "The resource has no policy of its own that grants or denies it.", matters }];
}

function aboutState({ asked: { principal } }: Asking): Assumption[] {
  return principal.account?.state === "closed" ? [{ text: `The account ${principal.account.key} is closed: only AWS can open it again.`, matters: true }] : [];
}
