import { parseArn } from "../../ids/index.ts";
import { type ActionFacts, type Catalog, type NamedPolicy, patternsMeet, type PolicyStatement } from "../../policy/index.ts";
import { type AccessDecision, decideAccess } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import type { AccessPrincipal } from "../principal.ts";
import { plain } from "../space/samples.ts";
import type { KnownResource } from "./known-resources.ts";

/** A request that a statement of a resource's policy may be about. */
export interface OpenRequest {
  readonly action: string;
  readonly resource: string;
}

/** Actions of one statement that are tried; `s3:*` has fewer. */
const MOST_ACTIONS = 250;

/** Every action that a statement names, on each resource that it names and that the action takes. */
export function requestsOf(catalog: Pick<Catalog, "service">, { arn }: KnownResource, statement: PolicyStatement): OpenRequest[] {
  const patterns = [statement.Resource ?? "*"].flat();
  // A bucket's policy speaks of the objects in it too.
  const resources = new Set(patterns.flatMap((pattern) => (pattern === "*" ? [arn, `${arn}/any`] : [plain(pattern)])));
  const actions = actionsOf(catalog, serviceOfArn(arn), statement).slice(0, MOST_ACTIONS);
  return actions.flatMap((facts) => [...resources].filter((resource) => takes(facts, resource)).map((resource) => ({ action: facts.action, resource })));
}

export const serviceOfArn = (arn: string): string => parseArn(arn)?.service ?? "";

function actionsOf(catalog: Pick<Catalog, "service">, service: string, { Action, NotAction }: PolicyStatement): Pick<ActionFacts, "action" | "resourceTypes">[] {
  const patterns = [Action ?? NotAction ?? []].flat().map((pattern) => pattern.toLowerCase());
  const isNamed = (action: string): boolean => patterns.some((pattern) => patternsMeet(pattern, action.toLowerCase())) === (Action !== undefined);
  const prefixes = new Set(Action === undefined ? [service] : patterns.map((pattern) => (pattern.includes(":") ? (pattern.split(":", 1)[0] ?? "") : service)));
  const known = [...prefixes].flatMap((prefix) => [...(catalog.service(prefix)?.actions.values() ?? [])]).filter(({ action }) => isNamed(action));
  // An action newer than the list, or of a service that is not in it, is asked as it is written.
  const others = Action === undefined ? [] : [Action].flat().filter((action) => /^[a-z0-9-]+:\w+$/i.test(action) && !known.some((one) => one.action.toLowerCase() === action.toLowerCase()));
  return [...known, ...others.map((action) => ({ action, resourceTypes: [] }))];
}

/** Whether an action can be asked on a resource: one on objects is never asked on the bucket. */
const takes = ({ resourceTypes }: Pick<ActionFacts, "resourceTypes">, resource: string): boolean =>
  resourceTypes.length === 0 || resourceTypes.some(({ type }) => type.arns.some((arn) => expressionOf(arn).test(resource)));

const expressions = new Map<string, RegExp>();

function expressionOf(arn: string): RegExp {
  const known = expressions.get(arn) ?? new RegExp(`^${arn.split(/\$\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : part === "BucketName" ? "[^/]+" : ".*")).join("")}$`);
  expressions.set(arn, known);
  return known;
}

/** What a policy of a resource lets somebody do there, as all policies together have it. */
export interface Opened {
  readonly decision: AccessDecision;
  /** The actions that are allowed, or of which it is not known where none is. */
  readonly actions: readonly string[];
}

const DENIED: AccessDecision = { outcome: "denied", missingKeys: [], unknownPolicies: [] };

export interface Opening {
  readonly owner: AccessAccount;
  readonly policy: NamedPolicy;
  readonly requests: readonly OpenRequest[];
}

/** What the first of some may do who is let in for certain, else who may be. */
export function openedToAny(model: AccessModel, principals: readonly AccessPrincipal[], opening: Opening): Opened {
  let best: Opened = { decision: DENIED, actions: [] };
  for (const principal of principals) {
    const found = opened(model, principal, opening);
    if (found.decision.outcome === "allowed") return found;
    if (best.decision.outcome === "denied") best = found;
  }
  return best;
}

export function opened(model: AccessModel, principal: AccessPrincipal, { owner, policy, requests }: Opening): Opened {
  const answers = requests.map((request) => ({ ...request, decision: decideAccess(model, { ...request, principal, resourceAccount: owner, resourcePolicy: policy }) }));
  const best = (["allowed", "unknown"] as const).flatMap((outcome) => answers.filter(({ decision }) => decision.outcome === outcome).slice(0, 1))[0];
  if (best === undefined) return { decision: DENIED, actions: [] };
  return { decision: best.decision, actions: [...new Set(answers.filter(({ decision }) => decision.outcome === best.decision.outcome).map(({ action }) => action))] };
}
