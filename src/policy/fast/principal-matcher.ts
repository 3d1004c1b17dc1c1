import type { OneOrMany, PolicyStatement, PrincipalElement } from "../document.ts";
import type { Principal } from "../request/request.ts";
import { listOf } from "../shape.ts";

/**
 * How closely a statement names the caller, which decides what limits a grant. ACCOUNT: it names the account, which leaves
 * it to identity policies. ROLE: it names the role behind a session, or the user behind a federated one. DIRECT: it
 * names the caller itself, or everyone (open question wildcard-principal-limits).
 * Source: IAM User Guide, "Policy evaluation logic", "Resource-based policies and implicit denies in other policy types".
 */
export type Closeness = 0 | 1 | 2 | 3;
export const NOT_NAMED = 0;
export const ACCOUNT = 1;
export const ROLE = 2;
export const DIRECT = 3;

interface NamedPrincipals {
  readonly everyone: boolean;
  readonly accounts: ReadonlySet<string>;
  readonly arns: ReadonlySet<string>;
  readonly canonicalUsers: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}

/** Principal or NotPrincipal of a statement. */
export interface PrincipalMatcher {
  readonly named: NamedPrincipals;
  readonly negated: boolean;
  readonly denies: boolean;
  /** In the policy of a gateway endpoint an account means its root user. Source: PrivateLink Guide, "Gateway endpoints". */
  readonly accountIsRoot: boolean;
}

/** Undefined for a statement without either element (open question missing-element). */
export function compilePrincipals({ Principal, NotPrincipal, Effect }: PolicyStatement, accountIsRoot: boolean): PrincipalMatcher | undefined {
  const element = Principal ?? NotPrincipal;
  if (element === undefined) return undefined;
  return { named: namedIn(element, accountIsRoot), negated: Principal === undefined, denies: Effect === "Deny", accountIsRoot };
}

const ROOT_ARN = /^arn:[^:]*:iam::(\d{12}):root$/;

function namedIn(element: PrincipalElement, accountIsRoot: boolean): NamedPrincipals {
  const { AWS, Service, Federated, CanonicalUser } = element === "*" ? { AWS: "*" } : element;
  const accounts = new Set<string>();
  const arns = new Set<string>();
  for (const name of texts(AWS)) {
    const account = /^\d{12}$/.test(name) ? name : ROOT_ARN.exec(name)?.[1];
    if (account !== undefined) accounts.add(account);
    // An ARN that means the root user is also the ARN of the user behind a session that it federated.
    if (account === undefined || accountIsRoot) arns.add(name);
  }
  const canonicalUsers = new Set(texts(CanonicalUser));
  return { everyone: arns.has("*"), accounts, arns, canonicalUsers, services: new Set(texts(Service)), providers: new Set(texts(Federated)) };
}

const texts = (value: OneOrMany<string> | undefined): readonly string[] => (value === undefined ? [] : listOf(value));

/** How closely a statement means the caller; NOT_NAMED when it does not apply to it. */
export function closenessTo(matcher: PrincipalMatcher, caller: Principal, hasBoundary: boolean): Closeness {
  if (!matcher.negated) return named(matcher, caller);
  if (!matcher.denies) return named(matcher, caller) === NOT_NAMED ? DIRECT : NOT_NAMED;
  // "The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary".
  if (hasBoundary && canHaveBoundary(caller)) return DIRECT;
  return namesAllOf(matcher, caller) ? NOT_NAMED : DIRECT;
}

const canHaveBoundary = (caller: Principal): boolean => "accountId" in caller && !isOfRoot(caller);

/** The root user, or a session that it federated. */
export const isOfRoot = (caller: Principal): boolean => caller.type === "root" || (caller.type === "federated-user" && ROOT_ARN.test(caller.issuerArn));

/** Source: IAM User Guide, "AWS JSON policy elements: Principal"; names have no wildcards, but for `*` by itself. */
function named(matcher: PrincipalMatcher, caller: Principal): Closeness {
  const list = matcher.named;
  if (list.everyone) return DIRECT;
  switch (caller.type) {
    case "user":
      return list.arns.has(caller.arn) ? DIRECT : accountCloseness(matcher, caller);
    case "role-session":
      if (caller.arn !== undefined && list.arns.has(caller.arn)) return DIRECT;
      return list.arns.has(caller.roleArn) ? ROLE : accountCloseness(matcher, caller);
    case "federated-user":
      if (list.arns.has(caller.arn)) return DIRECT;
      return list.arns.has(caller.issuerArn) ? ROLE : accountCloseness(matcher, caller);
    case "root":
      return accountCloseness(matcher, caller);
    default:
      return namesOutsider(list, caller) ? DIRECT : NOT_NAMED;
  }
}

type OfAccount = Extract<Principal, { accountId: string }>;

/** In the policy of a gateway endpoint an account means its root user; a canonical user is never more than an account. */
const accountCloseness = ({ named: list, accountIsRoot }: PrincipalMatcher, caller: OfAccount): Closeness =>
  (accountIsRoot && caller.type !== "root" ? namesCanonicalUser(list, caller) : namesAccount(list, caller)) ? ACCOUNT : NOT_NAMED;

const namesAccount = (list: NamedPrincipals, caller: OfAccount): boolean => list.accounts.has(caller.accountId) || namesCanonicalUser(list, caller);

const namesCanonicalUser = (list: NamedPrincipals, { canonicalUserId }: OfAccount): boolean =>
  canonicalUserId !== undefined && list.canonicalUsers.has(canonicalUserId);

type Outsider = Extract<Principal, { type: "web-identity" | "saml" | "service" | "anonymous" }>;

/** Open question wildcard-of-type. */
function namesOutsider(list: NamedPrincipals, caller: Outsider): boolean {
  if (caller.type === "anonymous") return false;
  if (caller.type !== "service") return list.providers.has(caller.provider) || list.providers.has("*");
  return list.services.has("*") || caller.names.some((name) => list.services.has(name));
}

/** Whether a NotPrincipal lists all that it must to leave the caller alone: open question not-principal-completeness. */
function namesAllOf(matcher: PrincipalMatcher, caller: Principal): boolean {
  const list = matcher.named;
  if (list.everyone) return true;
  if (!("accountId" in caller)) return namesOutsider(list, caller);
  if (caller.type === "root") return namesAccount(list, caller);
  if (accountCloseness(matcher, caller) === NOT_NAMED) return false;
  switch (caller.type) {
    case "user":
      return list.arns.has(caller.arn);
    case "role-session":
      return list.arns.has(caller.roleArn) && (caller.arn === undefined || list.arns.has(caller.arn));
    case "federated-user":
      return list.arns.has(caller.arn) && (isOfRoot(caller) || list.arns.has(caller.issuerArn));
  }
}
