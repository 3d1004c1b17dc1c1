import type { ValuePath } from "../../diagnostics/index.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { quote } from "./texts.ts";

/**
 * Lists and objects with nothing in them. AWS's validator only suggests to fill them, so they are warnings.
 * Unconfirmed: whether Organizations takes a policy without any statement.
 */
export const emptyCheck: PolicyCheck = {
  name: "empty",
  *document(document) {
    if (isObject(document) && Array.isArray(document["Statement"])) yield* empty(document["Statement"], ["Statement"], "so the policy does nothing");
  },
  *statement(statement, path) {
    for (const element of ["Action", "NotAction", "Resource", "NotResource"]) {
      yield* empty(statement[element], [...path, element], element.startsWith("Not") ? "so it exempts nothing" : "so the statement matches nothing");
    }
    const { Condition } = statement;
    const at = [...path, "Condition"];
    yield* empty(Condition, at, "so it asks for nothing");
    for (const [operator, keys] of isObject(Condition) ? Object.entries(Condition) : []) {
      yield* empty(keys, [...at, operator], "so it asks for nothing");
      for (const [key, values] of isObject(keys) ? Object.entries(keys) : []) {
        yield* empty(values, [...at, operator, key], "so no value can match");
      }
    }
  },
};

function* empty(value: unknown, path: ValuePath, consequence: string): Iterable<PolicyProblem> {
  const nothing = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
  if (!nothing) return;
  const message = `${quote(String(path.at(-1)))} is empty, ${consequence}.`;
  yield { code: "LF3015", severity: "warning", message, path, fix: "Fill it, or remove it." };
}
