import type { PolicyUse } from "../../chain.ts";
import type { PolicyStatement } from "../../document.ts";
import type { Request } from "../../request/request.ts";
import { all, type Finding, NO, YES } from "../finding.ts";
import { matchesAction } from "./action.ts";
import { matchConditions } from "./condition.ts";
import { allowsByNotPrincipal, deniesByNotPrincipal } from "./not-principal.ts";
import { type AccountReading, type Grant, matchPrincipal } from "./principal.ts";
import { matchResource } from "./resource.ts";

/** What a statement is read with. */
export interface StatementReading {
  readonly use: PolicyUse;
  readonly request: Request;
  /** Whether the document's Version knows variables. */
  readonly variables: boolean;
  /** Whether the caller carries a permissions boundary. */
  readonly hasBoundary: boolean;
  readonly accounts: AccountReading;
}

export interface StatementFinding {
  readonly finding: Finding;
  /** Of a statement with a principal that means the caller: what it is granted to. */
  readonly grant?: Grant;
}

/**
 * Whether a statement applies to a request: its principal, action, resource and conditions all have to match.
 * Source: IAM User Guide, "Policies and permissions in IAM" and "IAM JSON policy element reference".
 */
export function matchStatement(statement: PolicyStatement, reading: StatementReading): StatementFinding {
  const { use, request, variables } = reading;
  const grant = hasPrincipals(use) ? grantOf(statement, reading) : undefined;
  if (hasPrincipals(use) && grant === undefined) return { finding: NO };
  if (!matchesAction(statement, request.action)) return { finding: NO };
  const finding = all([
    matchResource(statement, use, request, variables),
    statement.Condition === undefined ? YES : matchConditions(statement.Condition, request, variables),
  ]);
  return grant === undefined ? { finding } : { finding, grant };
}

/** In all other policies the principal is who they are attached to, or everyone (open question principal-element-elsewhere). */
const hasPrincipals = (use: PolicyUse): boolean => use === "resource" || use === "endpoint";

/** What a statement means the caller as; nothing without Principal and NotPrincipal (open question missing-element). */
function grantOf({ Effect, Principal, NotPrincipal }: PolicyStatement, { request, hasBoundary, accounts }: StatementReading): Grant | undefined {
  const caller = request.principal;
  if (Principal !== undefined) return matchPrincipal(Principal, caller, accounts);
  if (NotPrincipal === undefined) return undefined;
  const means = Effect === "Deny" ? deniesByNotPrincipal(NotPrincipal, caller, hasBoundary, accounts) : allowsByNotPrincipal(NotPrincipal, caller, accounts);
  return means ? "direct" : undefined;
}

