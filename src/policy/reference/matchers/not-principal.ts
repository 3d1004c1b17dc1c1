import type { PrincipalElement } from "../../document.ts";
import type { Principal } from "../../request/request.ts";
import { accountOf } from "../caller.ts";
import { type AccountReading, entriesOf, grantToCanonicalUser, grantToFederated, grantToService, matchPrincipal, meansAccountOf } from "./principal.ts";

/**
 * Whether a Deny with NotPrincipal denies a caller: everyone but those who are listed with all that they are, "the account
 * first, then the role, and then the assumed-role user"; and "always any IAM principal that has a permissions boundary".
 * Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal" (open question not-principal-completeness).
 */
export function deniesByNotPrincipal(element: PrincipalElement, caller: Principal, hasBoundary: boolean, reading: AccountReading): boolean {
  if (hasBoundary && isIamPrincipal(caller)) return true;
  return !isLeftAlone(element, caller, reading);
}

/** Open question not-principal-allow: everyone is granted it of whom nothing is listed. */
export const allowsByNotPrincipal = (element: PrincipalElement, caller: Principal, reading: AccountReading): boolean =>
  matchPrincipal(element, caller, reading) === undefined;

const isIamPrincipal = ({ type }: Principal): boolean => type === "user" || type === "role-session" || type === "federated-user";

function isLeftAlone(element: PrincipalElement, caller: Principal, reading: AccountReading): boolean {
  if (element === "*") return true;
  const listed = entriesOf(element, "AWS");
  if (listed.includes("*")) return true;
  if (accountOf(caller) === undefined) return isNamed(element, caller);
  const account =
    listed.some((entry) => meansAccountOf(entry, caller, reading)) ||
    entriesOf(element, "CanonicalUser").some((entry) => grantToCanonicalUser(entry, caller) !== undefined);
  return account && identitiesOf(caller).every((arn) => listed.includes(arn));
}

function isNamed(element: Exclude<PrincipalElement, "*">, caller: Principal): boolean {
  return (
    entriesOf(element, "Service").some((entry) => grantToService(entry, caller) !== undefined) ||
    entriesOf(element, "Federated").some((entry) => grantToFederated(entry, caller) !== undefined)
  );
}

/** What of a caller has to be listed besides its account. */
function identitiesOf(caller: Principal): readonly string[] {
  if (caller.type === "user") return [caller.arn];
  if (caller.type === "role-session") return caller.arn === undefined ? [caller.roleArn] : [caller.arn, caller.roleArn];
  if (caller.type !== "federated-user") return [];
  const byRootUser = caller.issuerArn.endsWith(":root");
  return byRootUser ? [caller.arn] : [caller.arn, caller.issuerArn];
}
