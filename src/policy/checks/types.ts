import type { ValuePath } from "../../diagnostics/index.ts";
import type { Json } from "../document.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject, listOf } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { quote, typeName, valuesOf } from "./texts.ts";

/** Values of a JSON type that the grammar does not have at their place. Source: IAM User Guide, "Grammar of the IAM JSON policy language". */
export const typesCheck: PolicyCheck = {
  name: "types",
  *document(document) {
    if (!isObject(document)) {
      yield wrongType(document, [], "an object with Version and Statement", bareStatements(document) ? "Put the statements under \"Statement\", next to \"Version\"." : undefined);
      return;
    }
    yield* texts(document["Id"], ["Id"]);
    for (const { value, path } of valuesOf(document["Statement"], ["Statement"])) {
      if (!isObject(value)) yield wrongType(value, path, "a statement, which is an object");
    }
  },
  *statement(statement, path) {
    yield* texts(statement["Sid"], [...path, "Sid"]);
    for (const element of ["Action", "NotAction", "Resource", "NotResource"]) {
      for (const item of valuesOf(statement[element], [...path, element])) yield* texts(item.value, item.path);
    }
    yield* conditionTypes(statement["Condition"], [...path, "Condition"]);
  },
};

const bareStatements = (document: unknown): boolean =>
  Array.isArray(document) && listOf(document as readonly unknown[]).some((item) => isObject(item) && "Effect" in item);

function* texts(value: Json | undefined, path: ValuePath): Iterable<PolicyProblem> {
  if (value !== undefined && typeof value !== "string") yield wrongType(value, path, "a text in quotes");
}

function* conditionTypes(condition: Json | undefined, path: ValuePath): Iterable<PolicyProblem> {
  if (condition === undefined) return;
  if (!isObject(condition)) {
    yield wrongType(condition, path, "an object of operators");
    return;
  }
  for (const [operator, keys] of Object.entries(condition)) {
    const at = [...path, operator];
    if (!isObject(keys)) {
      const fix = operator.includes(":") ? "Put the key under an operator, as in \"StringEquals\": { KEY: VALUE }." : undefined;
      yield wrongType(keys, at, "an object of condition keys", fix);
      continue;
    }
    for (const [key, values] of Object.entries(keys)) {
      for (const item of valuesOf(values, [...at, key])) {
        if (typeof item.value === "object") yield wrongType(item.value, item.path, "a text, a number or true or false");
      }
    }
  }
}

function wrongType(value: unknown, path: ValuePath, expected: string, fix?: string): PolicyProblem {
  const place = path.length === 0 ? "The policy" : quote(String(path.findLast((step) => typeof step === "string")));
  const message = `${place} is ${typeName(value)} where ${expected} is expected.`;
  return { code: "LF3010", severity: "error", message, path, ...(fix === undefined ? {} : { fix }) };
}

