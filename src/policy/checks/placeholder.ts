import type { ValuePath } from "../../diagnostics/index.ts";
import type { Json } from "../document.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { quote } from "./texts.ts";

/** A condition's values are the deepest place for a text: statement, Condition, operator, key, list. */
const DEEPEST = 6;

/** Samples come with pieces to fill in. AWS stores them as they are, and the policy then means something else. */
export const placeholderCheck: PolicyCheck = {
  name: "placeholder",
  *statement(statement, path) {
    yield* placeholders(statement, path, DEEPEST);
  },
};

function* placeholders(value: Json, path: ValuePath, depth: number): Iterable<PolicyProblem> {
  if (depth === 0) return;
  if (typeof value === "string") yield* told(value, path);
  else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) yield* placeholders(item, [...path, index], depth - 1);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      yield* told(key, [...path, key], "key");
      yield* placeholders(member, [...path, key], depth - 1);
    }
  }
}

function* told(text: string, path: ValuePath, about?: "key"): Iterable<PolicyProblem> {
  for (const placeholder of new Set(placeholdersIn(text))) {
    yield {
      code: "LF3037",
      severity: "warning",
      message: `${quote(placeholder)} looks like a placeholder that was not replaced.`,
      path,
      ...(about === undefined ? {} : { about }),
      fix: "Write the value that is meant.",
    };
  }
}
