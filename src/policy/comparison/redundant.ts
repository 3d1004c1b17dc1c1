import type { PolicyDocument, PolicyStatement } from "../document.ts";
import { normalizeStatement } from "./normalize.ts";
import type { PolicyProblem } from "../problem.ts";
import { listOf } from "../shape.ts";
import { statementCovers } from "./statement-cover.ts";

/**
 * Statements that change nothing: another of the same effect matches all that they match, or a Deny matches all that
 * they allow. Each is told once; of two that are the same, the second.
 */
export function redundantStatements(document: PolicyDocument): PolicyProblem[] {
  const many = Array.isArray(document.Statement);
  const statements = listOf(document.Statement).map(normalizeStatement);
  return statements.flatMap((statement, index) => {
    const path = many ? ["Statement", index] : ["Statement"];
    const denying = statements.findIndex((other) => other.Effect === "Deny" && statement.Effect === "Allow" && statementCovers(other, statement));
    if (denying >= 0) return [problem(`can never allow: ${named(statements, denying)} denies all of it`, path)];
    const wider = statements.findIndex((other, at) => at !== index && other.Effect === statement.Effect && statementCovers(other, statement) && (at < index || !statementCovers(statement, other)));
    return wider < 0 ? [] : [problem(`adds nothing: ${named(statements, wider)} matches all that it matches`, path)];
  });
}

function named(statements: readonly PolicyStatement[], index: number): string {
  const sid = statements[index]?.Sid;
  return sid === undefined ? `statement ${index + 1}` : `statement ${JSON.stringify(sid)}`;
}

const problem = (what: string, path: PolicyProblem["path"]): PolicyProblem => ({ code: "LF3051", severity: "warning", message: `The statement ${what}.`, path, fix: "Remove it, or say what it was meant for." });
