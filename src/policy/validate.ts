import type { Catalog } from "./catalog/index.ts";
import type { PolicyDocumentKind } from "./document.ts";
import { parsePolicyText } from "./text/parse.ts";
import type { PolicyPositions } from "./text/positions.ts";
import type { PolicyProblem } from "./problem.ts";
import { CHECKS } from "./checks/index.ts";
import { rulesOf } from "./kinds/index.ts";
import { isObject, listOf } from "./shape.ts";

/**
 * Everything that is wrong with a policy document, whatever it is: errors are what AWS refuses to store,
 * warnings what it takes but is likely not meant. Names of actions and keys are only judged with a catalog
 * (`await loadCatalog()`). Never throws.
 */
export function validatePolicy(document: unknown, kind: PolicyDocumentKind, catalog?: Catalog): PolicyProblem[] {
  const rules = rulesOf(kind);
  const problems: PolicyProblem[] = [];
  for (const check of CHECKS) problems.push(...(check.document?.(document, rules) ?? []));
  if (!isObject(document)) return problems;
  const many = Array.isArray(document["Statement"]);
  listOf(document["Statement"]).forEach((statement, index) => {
    if (!isObject(statement)) return;
    const path = many ? ["Statement", index] : ["Statement"];
    for (const check of CHECKS) {
      problems.push(...(check.statement?.(statement, path, rules) ?? []));
      if (catalog !== undefined) problems.push(...(check.names?.(statement, path, catalog) ?? []));
    }
  });
  return problems;
}

/** The same for a text, with the place of every problem and in the order of the text. */
export function validatePolicyText(text: string, kind: PolicyDocumentKind, catalog?: Catalog): PolicyProblem[] {
  const { value, problems, positions } = parsePolicyText(text);
  if (value === undefined || positions === undefined) return [...problems];
  const found = [...problems, ...validatePolicy(value, kind, catalog).map((problem) => located(problem, positions))];
  return found.sort((a, b) => (a.at?.offset ?? 0) - (b.at?.offset ?? 0));
}

/** A wrong name is shown at its key, a wrong value at the value; what spans lines, at its key too. */
function located(problem: PolicyProblem, positions: PolicyPositions): PolicyProblem {
  const value = positions.value(problem.path);
  const at = problem.about === "key" || value.line !== value.endLine ? positions.key(problem.path) : value;
  return { ...problem, at };
}
