import type { OneOrMany, PolicyStatement, PrincipalElement } from "../document.ts";
import type { Principal } from "../request.ts";
import { listOf } from "../shape.ts";

/**
 * How closely a statement names the caller, which decides what limits a grant. ACCOUNT: it names the account, which leaves
 * it to identity policies. ROLE: it names the role behind a session, or the user behind a federated one. DIRECT: it
 * names the caller itself, or everyone.
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
  return { named: namedIn(element), negated: Principal === undefined, denies: Effect === "Deny", accountIsRoot };
}

const ROOT_ARN = /^arn:[^:]*:iam::(\d{12}):root$/;

function namedIn(element: PrincipalElement): NamedPrincipals {
  const { AWS, Service, Federated, CanonicalUser } = element === "*" ? { AWS: "*" } : element;
  const accounts = new Set<string>();
  const arns = new Set<string>();
  for (const name of texts(AWS)) {
    const account = /^\d{12}$/.test(name) ? name : ROOT_ARN.exec(name)?.[1];
    if (account === undefined) arns.add(name);
    else accounts.add(account);
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
  if (hasBoundary && (caller.type === "user" || caller.type === "role-session" || caller.type === "federated-user")) return DIRECT;
  return namesAllOf(matcher.named, caller) ? NOT_NAMED : DIRECT;
}

/** Source: IAM User Guide, "AWS JSON policy elements: Principal"; names have no wildcards, but for `*` by itself. */
function named({ named: list, accountIsRoot }: PrincipalMatcher, caller: Principal): Closeness {
  if (list.everyone) return DIRECT;
  const ofAccount = (accountId: string, canonicalUserId: string | undefined): Closeness =>
    !accountIsRoot && (list.accounts.has(accountId) || (canonicalUserId !== undefined && list.canonicalUsers.has(canonicalUserId))) ? ACCOUNT : NOT_NAMED;
  switch (caller.type) {
    case "user":
      return list.arns.has(caller.arn) ? DIRECT : ofAccount(caller.accountId, caller.canonicalUserId);
    case "role-session":
      if (caller.arn !== undefined && list.arns.has(caller.arn)) return DIRECT;
      return list.arns.has(caller.roleArn) ? ROLE : ofAccount(caller.accountId, caller.canonicalUserId);
    case "federated-user":
      if (list.arns.has(caller.arn)) return DIRECT;
      return list.arns.has(caller.issuerArn) ? ROLE : ofAccount(caller.accountId, caller.canonicalUserId);
    case "root":
      return list.accounts.has(caller.accountId) || (caller.canonicalUserId !== undefined && list.canonicalUsers.has(caller.canonicalUserId)) ? DIRECT : NOT_NAMED;
    default:
      return namesOutsider(list, caller) ? DIRECT : NOT_NAMED;
  }
}

type Outsider = Extract<Principal, { type: "web-identity" | "saml" | "service" | "anonymous" }>;

/** Open question wildcard-of-type. */
function namesOutsider(list: NamedPrincipals, caller: Outsider): boolean {
  if (caller.type === "anonymous") return false;
  if (caller.type !== "service") return list.providers.has(caller.provider) || list.providers.has("*");
  return list.services.has("*") || caller.names.some((name) => list.services.has(name));
}

/** Whether a NotPrincipal lists all that it must to leave the caller alone: open question not-principal-completeness. */
function namesAllOf(list: NamedPrincipals, caller: Principal): boolean {
  if (list.everyone) return true;
  switch (caller.type) {
    case "user":
    case "federated-user":
      return list.arns.has(caller.arn) && list.accounts.has(caller.accountId);
    case "role-session":
      return list.arns.has(caller.roleArn) && list.accounts.has(caller.accountId);
    case "root":
      return list.accounts.has(caller.accountId);
    default:
      return namesOutsider(list, caller);
  }
}
