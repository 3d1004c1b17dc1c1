import { nearest } from "../../diagnostics/index.ts";
import { CONDITION_OPERATORS, parseOperator } from "../operators.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { quote } from "./texts.ts";

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators". An unknown operator, and a known one in
 * another case, is what IAM answers with "Invalid Condition type".
 * Unconfirmed: whether `NullIfExists` is refused, so it is a warning.
 */
export const conditionOperatorCheck: PolicyCheck = {
  name: "condition-operator",
  *statement(statement, path) {
    const { Condition } = statement;
    if (!isObject(Condition)) return;
    for (const [operator, keys] of Object.entries(Condition)) {
      const use = parseOperator(operator);
      // A condition key where an operator belongs is told by the type of its value.
      if (use === undefined && !isObject(keys)) continue;
      const at = [...path, "Condition", operator];
      if (use === undefined) yield unknown(operator, at);
      else if (use.canonical !== operator) yield oddCase(operator, use.canonical, at);
      else if (use.operator.family === "null" && (use.ifExists || use.qualifier !== undefined)) {
        const message = `${quote(operator)} says no more than Null: it already asks whether the key is there.`;
        yield { code: "LF3036", severity: "warning", message, path: at, about: "key", fix: 'Write "Null".', suggestion: "Null" };
      }
    }
  },
};

function unknown(operator: string, path: PolicyProblem["path"]): PolicyProblem {
  const [, qualifier = "", name = "", ifExists = ""] = /^(For(?:All|Any)Values?:)?(.*?)(IfExists)?$/i.exec(operator) ?? [];
  const found = nearest(name, CONDITION_OPERATORS.map((facts) => facts.name));
  const suggestion = found === undefined ? undefined : (parseOperator(`${properQualifier(qualifier)}${found}${ifExists}`)?.canonical ?? found);
  return {
    code: "LF3030",
    severity: "error",
    message: `${quote(operator)} is no condition operator.`,
    path,
    about: "key",
    fix: suggestion === undefined ? "Use one of IAM's condition operators." : `Write "${suggestion}".`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** `ForAllValue:` and `ForAnyValues:` are common slips. */
const properQualifier = (qualifier: string): string =>
  qualifier === "" ? "" : /all/i.test(qualifier) ? "ForAllValues:" : "ForAnyValue:";

function oddCase(operator: string, canonical: string, path: PolicyProblem["path"]): PolicyProblem {
  const message = `The condition operator ${quote(operator)} is not in AWS's capitals.`;
  return { code: "LF3031", severity: "error", message, path, about: "key", fix: `Write "${canonical}".`, suggestion: canonical };
}
