import { compileChain, type CompiledChain, decide, patternsMeet, type PolicyDocument, type PolicyStatement, type RequestContext, wildcardExpression } from "../../policy/index.ts";
import { knownKeysOf } from "../known-keys.ts";
import type { AccessModel, OrganizationChain } from "../model.ts";
import { makeRequest } from "../request.ts";
import type { Asker } from "../space/index.ts";

/** What the principal is, and no resource and no circumstance changes. */
const OF_PRINCIPAL = /^aws:(?:principal(?:arn|account|type|orgid|orgpaths)|userid|username)$/i;

/**
 * Whether the SCPs deny somebody each of some actions by statements about every resource, whatever a request has besides
 * the keys that are given: then there is nothing to ask one by one.
 */
export function isDeniedOutright(model: AccessModel, { principal }: Asker, actions: readonly string[], when: Readonly<Record<string, string>> = {}): boolean {
  const { account } = principal;
  return account !== undefined && actions.length > 0 && actions.every((action) => {
    const chain = outrightOf(model, account.chain, action);
    return chain !== undefined && decide(chain, requestOf(model, principal, action, when)).outcome === "explicitDeny";
  });
}

function requestOf(model: AccessModel, principal: Asker["principal"], pattern: string, when: Readonly<Record<string, string>>): Parameters<typeof decide>[1] {
  const action = pattern === "*" ? "any:Any" : pattern.replaceAll("*", "Any").replaceAll("?", "x");
  const { request } = makeRequest(model, { principal, action });
  const given = new Set(Object.keys(when).map((key) => key.toLowerCase()));
  const context: RequestContext = Object.fromEntries(Object.entries(request.context).filter(([key]) => OF_PRINCIPAL.test(key) && !given.has(key.toLowerCase())));
  return { ...request, context: { ...context, ...when }, contextMode: { known: knownKeysOf(principal) } };
}

const chains = new WeakMap<OrganizationChain, Map<string, CompiledChain | undefined>>();

/** The SCPs with only the statements that deny all that a pattern of actions means, of every resource. */
function outrightOf({ managementAccount }: AccessModel, chain: OrganizationChain, action: string): CompiledChain | undefined {
  const known = chains.get(chain) ?? new Map<string, CompiledChain | undefined>();
  chains.set(chain, known);
  if (known.has(action)) return known.get(action);
  const scps = chain.scps?.map(({ name, policies }) => ({ name, policies: policies.flatMap(({ document }) => denialsOf(document)).filter(({ document }) => deniesAll(document.Statement, action.toLowerCase())) }));
  const made = scps?.some(({ policies }) => policies.length > 0) === true ? compileChain({ managementAccountId: managementAccount.id, scps, identity: [] }) : undefined;
  known.set(action, made);
  return made;
}

interface Denial {
  readonly name: string;
  readonly document: PolicyDocument & { readonly Statement: PolicyStatement };
}

const denials = new WeakMap<PolicyDocument, readonly Denial[]>();

/** The statements of a policy that deny something of every resource, each as a policy by itself, because those are compiled once. */
function denialsOf(document: PolicyDocument): readonly Denial[] {
  const known = denials.get(document) ?? [document.Statement].flat()
    .filter(({ Effect, Resource = [] }) => Effect === "Deny" && [Resource].flat().includes("*"))
    .map((Statement) => ({ name: "denial", document: { ...document, Statement } }));
  denials.set(document, known);
  return known;
}

const decided = new WeakMap<PolicyStatement, Map<string, boolean>>();

/** Whether a statement is about all that a pattern of actions means. */
function deniesAll(statement: PolicyStatement, action: string): boolean {
  const known = decided.get(statement) ?? new Map<string, boolean>();
  decided.set(statement, known);
  const { Action, NotAction = [] } = statement;
  const isAll = known.get(action) ?? (Action === undefined ? [NotAction].flat().every((pattern) => !patternsMeet(pattern.toLowerCase(), action)) : [Action].flat().some((pattern) => means(pattern.toLowerCase(), action)));
  known.set(action, isAll);
  return isAll;
}

/** Whether a pattern means all that another does: a star of the one stands for anything of the other, stars included. */
const means = (pattern: string, other: string): boolean => pattern === other || (pattern.includes("*") && !pattern.includes("?") && wildcardExpression(pattern).test(other));
