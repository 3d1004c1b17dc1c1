import { nearest, type ValuePath } from "../../diagnostics/index.ts";
import { withArticleFirst } from "../kinds/article.ts";
import type { PolicyKindRules } from "../kinds/rules.ts";
import type { PolicyProblem } from "../problem.ts";
import { isObject } from "../shape.ts";
import type { PolicyCheck } from "./check.ts";
import { anyOf, quote } from "./texts.ts";

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];

const STATEMENT_ELEMENTS = [
  "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
];

const EXCLUSIVE = [
  ["Principal", "NotPrincipal"],
  ["Action", "NotAction"],
  ["Resource", "NotResource"],
] as const;

/** Elements that do not exist, are not for this kind, are missing, or exclude each other. Names are case-sensitive. */
export const elementsCheck: PolicyCheck = {
  name: "elements",
  *document(document, rules) {
    if (!isObject(document)) return;
    yield* unknownElements(Object.keys(document), DOCUMENT_ELEMENTS, []);
    if ("Id" in document && rules.id !== true) yield ignoredId(rules);
    if (document["Statement"] === undefined) {
      const fix = "Effect" in document ? "Put the statement under \"Statement\"." : undefined;
      yield missing("The policy has no Statement.", [], "error", fix);
    }
  },
  *statement(statement, path, rules) {
    yield* unknownElements(Object.keys(statement), STATEMENT_ELEMENTS, path);
    for (const element of STATEMENT_ELEMENTS) {
      if (element in statement && !rules.elements.includes(element)) yield refused(element, path, rules);
    }
    for (const [one, other] of EXCLUSIVE) {
      if (!(one in statement) || !(other in statement) || !rules.elements.includes(other)) continue;
      const message = `The statement has both ${one} and ${other}.`;
      yield { code: "LF3019", severity: "error", message, path: [...path, other], about: "key", fix: "Keep one of them." };
    }
    for (const { oneOf, severity } of rules.required) {
      if (oneOf.some((element) => element in statement)) continue;
      // A name in another case is reported as such; to call it missing too would say one thing twice.
      if (Object.keys(statement).some((key) => oneOf.some((element) => element.toLowerCase() === key.toLowerCase()))) continue;
      yield missing(`The statement has no ${anyOf(oneOf)}.`, path, severity, `Add ${anyOf(oneOf)}.`);
    }
  },
};

function* unknownElements(names: readonly string[], known: readonly string[], path: ValuePath): Iterable<PolicyProblem> {
  for (const name of names) {
    if (known.includes(name)) continue;
    const suggestion = nearest(name, known);
    const place = path.length === 0 ? "a policy" : "a statement";
    yield {
      code: "LF3016",
      severity: "error",
      message: `${quote(name)} is no element of ${place}.`,
      path: [...path, name],
      about: "key",
      fix: suggestion === undefined ? "Remove it." : `Write "${suggestion}".`,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }
}

const FIXES: Readonly<Record<string, string>> = {
  Principal: "Remove it; name principals with the condition key aws:PrincipalArn.",
  NotPrincipal: "Remove it; exempt principals with ArnNotLike on the condition key aws:PrincipalArn.",
  NotAction: "List the actions with Action.",
};

function refused(element: string, path: ValuePath, rules: PolicyKindRules): PolicyProblem {
  const message = `${withArticleFirst(rules.title)} cannot have ${element}.`;
  return { code: "LF3017", severity: "error", message, path: [...path, element], about: "key", fix: FIXES[element] ?? "Remove it." };
}

/** Unconfirmed: the grammar keeps Id to resource-based policies; whether Organizations refuses it is not said. */
function ignoredId(rules: PolicyKindRules): PolicyProblem {
  const message = `${withArticleFirst(rules.title)} has no use for Id, and AWS may refuse it.`;
  return { code: "LF3017", severity: "warning", message, path: ["Id"], about: "key", fix: "Remove it." };
}

function missing(message: string, path: ValuePath, severity: PolicyProblem["severity"], fix?: string): PolicyProblem {
  return { code: "LF3018", severity, message, path, ...(fix === undefined ? {} : { fix }) };
}
