import { withArticle, withArticleFirst } from "../kinds/article.ts";
import { isObject } from "../shape.ts";
import type { PolicyProblem } from "../problem.ts";
import type { PolicyCheck } from "./check.ts";
import { anyPrincipal } from "./principal-forms.ts";
import { quote, textsOf } from "./texts.ts";

/** Sources: Organizations User Guide, "RCP syntax": the only principal is `"*"`; "Delegated administrator for AWS Organizations". */
export const principalCheck: PolicyCheck = {
  name: "principal",
  *statement(statement, path, rules) {
    const principal = statement["Principal"];
    const at = [...path, "Principal"];
    if (principal === undefined || principal === "*") return;
    if (rules.principal === "everyone") {
      yield {
        code: "LF3024",
        severity: "error",
        message: `The Principal of ${withArticle(rules.title)} can only be "*".`,
        path: at,
        fix: 'Write "Principal": "*" and name principals with condition keys such as aws:PrincipalArn.',
        suggestion: "*",
      };
    }
    if (rules.principal === "any") yield* anyPrincipal(principal, at, rules);
    if (rules.principal !== "accounts") return;
    const others = isObject(principal) ? Object.keys(principal).filter((type) => type !== "AWS") : [];
    if (!isObject(principal)) yield noAccount(`The Principal of ${withArticle(rules.title)} names accounts under "AWS".`, at);
    for (const type of others) yield noAccount(`${withArticleFirst(rules.title)} is for accounts only, not for principals of the kind ${quote(type)}.`, [...at, type]);
    for (const { value, path: place } of isObject(principal) ? textsOf(principal, "AWS", at) : []) {
      if (!MEMBER.test(value)) yield noAccount(`The principal ${quote(value)} is no account, nor a user or role of one.`, place);
    }
  },
};

/** An account id, or the ARN of an account's root, user or role. */
const MEMBER = /^(?:\*|\d{12}|arn:[^:]+:iam::\d{12}:(?:root|user\/.+|role\/.+))$/;

const noAccount = (message: string, path: PolicyProblem["path"]): PolicyProblem => ({
  code: "LF3045",
  severity: "error",
  message,
  path,
  fix: 'Write the ids of member accounts, as in { "AWS": "111122223333" }.',
});
