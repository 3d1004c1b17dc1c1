import type { Catalog } from "./catalog/index.ts";
import type { PolicyDocumentKind } from "./document.ts";
import { rulesOf, withArticle } from "./kinds/index.ts";
import { minifyPolicy } from "./text/minify.ts";
import { parsePolicyText } from "./text/parse.ts";
import type { PolicyProblem } from "./problem.ts";
import { redundantStatements } from "./comparison/redundant.ts";
import { isObject, listOf } from "./shape.ts";
import { textsOf } from "./checks/texts.ts";
import { policySize } from "./text/size.ts";
import { validatePolicyText } from "./validate.ts";

/** All that can be said of one policy by itself: what `validatePolicyText` says, statements without effect, and its size. */
export function lintPolicyText(text: string, kind: PolicyDocumentKind, catalog?: Catalog): PolicyProblem[] {
  const problems = validatePolicyText(text, kind, catalog);
  const { document, positions } = parsePolicyText(text);
  if (document === undefined || positions === undefined || problems.some(({ severity }) => severity === "error")) return problems;
  const more = [...redundantStatements(document), ...tooLarge(minifyPolicy(document), kind)];
  return [...problems, ...more.map((problem) => ({ ...problem, at: positions.key(problem.path) }))];
}

function* tooLarge(minified: string, kind: PolicyDocumentKind): Iterable<PolicyProblem> {
  const { size, title } = rulesOf(kind);
  const has = policySize(minified);
  if (size === undefined || has <= size.most) return;
  const raised = size.adjustable !== undefined && has <= size.adjustable;
  const message = `The policy has ${has.toLocaleString("en-US")} characters without white space; ${withArticle(title)} may have ${size.most.toLocaleString("en-US")}${raised ? " until AWS raises the quota" : ""}.`;
  yield { code: "LF3050", severity: raised ? "warning" : "error", message, path: [], fix: "Join statements, shorten lists with wildcards, or split the policy." };
}

/**
 * What a document seems to be when nobody says: with principals a trust policy if it is about assuming roles and names no
 * resource, else a resource-based policy; without principals an identity-based policy.
 */
export function kindOfPolicy(document: unknown): PolicyDocumentKind {
  const statements = isObject(document) ? listOf(document["Statement"] ?? []).filter(isObject) : [];
  if (!statements.some((statement) => "Principal" in statement || "NotPrincipal" in statement)) return "identity";
  const assumes = statements.every((statement) => !("Resource" in statement) && textsOf(statement, "Action", []).every(({ value }) => value.toLowerCase().startsWith("sts:")));
  return assumes ? "trust" : "resource";
}
