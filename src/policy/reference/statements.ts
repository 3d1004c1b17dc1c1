import type { NamedPolicy, PolicyUse } from "../chain.ts";
import type { StatementMatch } from "../decision.ts";
import type { PolicyStatement } from "../document.ts";
import type { Request } from "../request/request.ts";
import { listOf } from "../shape.ts";
import { any, type Finding } from "./finding.ts";
import type { AccountReading, Grant } from "./matchers/principal.ts";
import { matchStatement } from "./matchers/statement.ts";
import { VERSION_WITH_VARIABLES } from "./variables.ts";

/** Policies of one kind, at one level if the kind has levels, that have a say in a request. */
export interface Attached {
  readonly use: PolicyUse;
  readonly level?: { readonly name: string; readonly index: number };
  readonly policies: readonly NamedPolicy[];
  readonly accounts?: AccountReading;
}

/** One statement, held against a request. */
export interface ReadStatement {
  readonly attached: Attached;
  readonly policy: string;
  readonly policyIndex: number;
  readonly statementIndex: number;
  readonly statement: PolicyStatement;
  readonly finding: Finding;
  readonly grant?: Grant;
}

/** Holds every statement of some policies against a request. */
export function readStatements(attached: Attached, request: Request, hasBoundary: boolean): ReadStatement[] {
  return attached.policies.flatMap(({ name, document }, policyIndex) => {
    const reading = {
      use: attached.use,
      request,
      variables: document.Version === VERSION_WITH_VARIABLES,
      hasBoundary,
      accounts: attached.accounts ?? "whole account",
    };
    return listOf(document.Statement).map((statement, statementIndex) => {
      return { attached, policy: name, policyIndex, statementIndex, statement, ...matchStatement(statement, reading) };
    });
  });
}

/** Whether at least one of the statements allows. */
export const anyAllows = (statements: readonly ReadStatement[]): Finding => any(allowing(statements).map(({ finding }) => finding));

export const allowing = (statements: readonly ReadStatement[]): ReadStatement[] => statements.filter(({ statement }) => statement.Effect === "Allow");

/** The statements that match, or might, as an explanation tells them. */
export function matchesOf(statements: readonly ReadStatement[]): StatementMatch[] {
  return statements.flatMap(({ attached, policy, policyIndex, statementIndex, statement, finding }) => {
    if (finding.answer === "no") return [];
    return {
      kind: attached.use,
      ...(attached.level === undefined ? {} : { level: attached.level }),
      policy,
      policyIndex,
      statementIndex,
      ...(statement.Sid === undefined ? {} : { sid: statement.Sid }),
      matches: finding.answer,
      missingKeys: finding.missingKeys,
    };
  });
}
