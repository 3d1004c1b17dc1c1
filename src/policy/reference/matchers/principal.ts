import type { PrincipalElement } from "../../document.ts";
import type { Principal } from "../../request/request.ts";
import { listOf } from "../../shape.ts";
import { accountOf, isAccountPrincipal } from "../caller.ts";

/**
 * What an Allow of a resource policy grants to, which decides what may still limit it inside one account.
 * `direct`: the caller as it is, or everyone. `entity`: the role behind a session, or the user behind a federated
 * session. `account`: the account, whose own policies have to grant it on.
 * Source: IAM User Guide, "Policy evaluation logic", "Resource-based policies and implicit denies in other policy types".
 */
export type Grant = "direct" | "entity" | "account";

export const GRANTS: readonly Grant[] = ["direct", "entity", "account"];

/** In the policy of a gateway endpoint an account means its root user only. Source: AWS PrivateLink Guide, "Endpoint policies for gateway endpoints". */
export type AccountReading = "whole account" | "root user only";

type Entries = Exclude<PrincipalElement, "*">;

/**
 * What a Principal element grants to a caller, the strongest; undefined when it does not mean it. Entries are joined by
 * OR, no wildcard stands for a part of a name, and an id such as `AROA…` is what is left of a deleted principal.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function matchPrincipal(element: PrincipalElement, caller: Principal, reading: AccountReading): Grant | undefined {
  if (element === "*") return "direct";
  const grants = [
    ...entriesOf(element, "AWS").map((entry) => grantToAws(entry, caller, reading)),
    ...entriesOf(element, "Service").map((entry) => grantToService(entry, caller)),
    ...entriesOf(element, "Federated").map((entry) => grantToFederated(entry, caller)),
    ...entriesOf(element, "CanonicalUser").map((entry) => grantToCanonicalUser(entry, caller)),
  ];
  return GRANTS.find((grant) => grants.includes(grant));
}

export const entriesOf = (element: Entries, type: keyof Entries): readonly string[] => {
  const entries = element[type];
  return entries === undefined ? [] : listOf(entries);
};

function grantToAws(entry: string, caller: Principal, reading: AccountReading): Grant | undefined {
  if (entry === "*") return "direct"; // The same as the bare `*` (open question wildcard-of-type).
  if (meansAccountOf(entry, caller, reading)) return "account";
  if (caller.type === "user") return entry === caller.arn ? "direct" : undefined;
  if (caller.type === "role-session") return entry === caller.arn ? "direct" : entry === caller.roleArn ? "entity" : undefined;
  if (caller.type === "federated-user") return entry === caller.arn ? "direct" : entry === caller.issuerArn ? "entity" : undefined;
  return undefined;
}

export function meansAccountOf(entry: string, caller: Principal, reading: AccountReading): boolean {
  const account = accountOf(caller);
  if (account === undefined || !isAccountPrincipal(entry, account)) return false;
  return reading === "whole account" || caller.type === "root";
}

/** "Service principals" mean calls that the service makes as itself. */
export const grantToService = (entry: string, caller: Principal): Grant | undefined =>
  caller.type === "service" && (entry === "*" || caller.names.includes(entry)) ? "direct" : undefined;

export const grantToFederated = (entry: string, caller: Principal): Grant | undefined =>
  (caller.type === "web-identity" || caller.type === "saml") && (entry === "*" || entry === caller.provider) ? "direct" : undefined;

/** S3's other name for an account. */
export const grantToCanonicalUser = (entry: string, caller: Principal): Grant | undefined =>
  "canonicalUserId" in caller && caller.canonicalUserId === entry ? "account" : undefined;
