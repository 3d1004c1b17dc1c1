import type { RequestContext } from "../policy/index.ts";
import { type AccessDecision, decideAccess } from "./decide.ts";
import type { AccessAccount, AccessModel, KnownRole } from "./model.ts";
import { type PrincipalKind, principalIn } from "./principal.ts";

export interface WhoCanQuestion {
  readonly action: string;
  /** The resource that a principal of an account asks for; the same for all where a text is given. */
  readonly resource?: string | ((account: AccessAccount) => string | undefined);
  /** Who owns the resource. When absent, the ARN says it, or else it is the principal's own account. */
  readonly resourceAccount?: AccessAccount;
  readonly context?: RequestContext;
  /** Accounts to look for principals in. Default: all that are not closed. */
  readonly accounts?: readonly AccessAccount[];
}

/** One kind of principal, and in which accounts it may. */
export interface WhoCanLine {
  readonly word: string;
  readonly kind: PrincipalKind;
  readonly allowed: readonly AccessAccount[];
  readonly denied: readonly AccessAccount[];
  readonly unknown: readonly { readonly account: AccessAccount; readonly decision: AccessDecision }[];
}

/**
 * Everybody who may do something: the root user, an administrator and every known role and permission set of each
 * account; where the owner of the resource is known, also who belongs to no account of the organization.
 */
export function whoCan(model: AccessModel, question: WhoCanQuestion): WhoCanLine[] {
  const accounts = question.accounts ?? [...model.accounts.values()].filter(({ state }) => state !== "closed");
  const lines = principalWords(model).map(({ word, role }) => lineOf(model, question, { word, accounts: role === undefined ? accounts : accounts.filter(({ address }) => role.has(address)) }));
  const owner = question.resourceAccount;
  const outsiders = owner === undefined ? [] : OUTSIDERS.map((word) => lineOf(model, question, { word, accounts: [owner] }));
  return [...lines, ...outsiders].filter(({ allowed, denied, unknown }) => allowed.length + denied.length + unknown.length > 0);
}

/** An organization that is certainly another one. */
const OUTSIDERS = ["organization:o-another000", "anonymous"];

/** The words for principals that accounts have, each with the accounts that have it where not all do. */
function principalWords({ roles }: AccessModel): { readonly word: string; readonly role?: ReadonlySet<string> }[] {
  const known = new Map<string, Set<string>>();
  for (const role of roles) {
    const word = wordOf(role);
    known.set(word, new Set([...(known.get(word) ?? []), ...role.accounts]));
  }
  return [{ word: "root" }, { word: "administrator" }, ...Array.from(known, ([word, role]) => ({ word, role }))];
}

/** How a known role is asked for. */
export const wordOf = ({ kind, name }: Pick<KnownRole, "kind" | "name">): string => `${kind}/${name}`;

function lineOf(model: AccessModel, { action, resource, resourceAccount, context }: WhoCanQuestion, { word, accounts }: { readonly word: string; readonly accounts: readonly AccessAccount[] }): WhoCanLine {
  const allowed: AccessAccount[] = [];
  const denied: AccessAccount[] = [];
  const unknown: { account: AccessAccount; decision: AccessDecision }[] = [];
  let kind: PrincipalKind = "role";
  for (const account of accounts) {
    const principal = principalIn(model, word, account);
    kind = principal.kind;
    const arn = typeof resource === "function" ? resource(account) : resource;
    const decision = decideAccess(model, { principal, action, ...(arn === undefined ? {} : { resource: arn }), ...(resourceAccount === undefined ? {} : { resourceAccount }), ...(context === undefined ? {} : { context }) });
    if (decision.outcome === "allowed") allowed.push(account);
    else if (decision.outcome === "denied") denied.push(account);
    else unknown.push({ account, decision });
  }
  return { word, kind, allowed, denied, unknown };
}
