import { type OperatorUse, parseOperator } from "../operators.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { PolicyProblem } from "../problem.ts";
import { VALUE_FORMS } from "../value-forms.ts";
import { hasVariable, VARIABLE } from "../variables.ts";
import type { PolicyCheck } from "./check.ts";
import { type ConditionUse, conditionsOf, quote } from "./texts.ts";

/** Values that their operator cannot read. AWS stores them; they match nothing, or not what was meant. */
export const conditionValueCheck: PolicyCheck = {
  name: "condition-value",
  *statement(statement, path) {
    for (const condition of conditionsOf(statement, path)) {
      const use = parseOperator(condition.operator);
      if (use === undefined) continue;
      yield* unreadable(condition, use);
      yield* literalWildcards(condition, use);
      yield* bothBooleans(condition, use);
    }
  },
};

function* unreadable({ operator, values }: ConditionUse, use: OperatorUse): Iterable<PolicyProblem> {
  const { title, fits } = VALUE_FORMS[use.operator.family];
  for (const { value, path } of values) {
    if (value === null || typeof value === "object") continue;
    const text = String(value);
    if (fits(text) || (use.operator.variables && hasVariable(text)) || placeholdersIn(text).length > 0) continue;
    const message = `${operator} reads ${title}, and ${quote(text)} is none.`;
    yield { code: "LF3034", severity: "warning", message, path, fix: `Write ${title}, or use another operator.` };
  }
}

/** Keys, in lower case, whose value in a request may be `*` itself: lambda:AddPermission for everyone. Source: Lambda Developer Guide, "Fine-tuning the Resources and Conditions sections of policies". */
const STAR_IS_A_VALUE: ReadonlySet<string> = new Set(["lambda:principal"]);

/** `*` is a wildcard for StringLike and StringNotLike, and a star for the other string operators. */
function* literalWildcards({ operator, key, values }: ConditionUse, use: OperatorUse): Iterable<PolicyProblem> {
  if (use.operator.family !== "string" || use.operator.wildcards || STAR_IS_A_VALUE.has(key.toLowerCase())) return;
  for (const { value, path } of values) {
    if (typeof value !== "string" || !value.replaceAll(VARIABLE, "").includes("*")) continue;
    const suggestion = operator.replace(/Equals(?:IgnoreCase)?/, "Like");
    const message = `${operator} takes the "*" in ${quote(value)} as a plain star.`;
    yield { code: "LF3035", severity: "warning", message, path, fix: `Use ${suggestion} where a wildcard is meant.`, suggestion };
  }
}

function* bothBooleans({ operator, key, path, values }: ConditionUse, use: OperatorUse): Iterable<PolicyProblem> {
  if (use.operator.family !== "boolean" && use.operator.family !== "null") return;
  const different = new Set(values.map(({ value }) => (typeof value === "object" ? "" : String(value).toLowerCase())));
  if (different.size < 2) return;
  const message = `${operator} on ${quote(key)} has more than one value, so it asks for nothing.`;
  yield { code: "LF3034", severity: "warning", message, path, fix: "Keep one value." };
}
