import { withArticleFirst } from "../kinds/article.ts";
import type { PolicyKindRules } from "../kinds/rules.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { PolicyProblem } from "../problem.ts";
import type { PolicyCheck } from "./check.ts";
import { type Located, quote, textsOf } from "./texts.ts";

const FORM = 'Write SERVICE:NAME, as in "s3:GetObject" or "s3:Get*".';

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Action". The errors are those IAM answers: "must be prefaced by
 * a vendor", "can contain only one colon", "vendors must not contain wildcards".
 * Unconfirmed: `*:*` may be an exception to the last.
 */
export const actionCheck: PolicyCheck = {
  name: "action",
  *statement(statement, path, rules) {
    for (const element of ["Action", "NotAction"]) {
      for (const action of textsOf(statement, element, path)) {
        if (action.value !== "*") yield* formOf(action);
        else if (!rules.anyAction) yield anyAction(action, rules);
      }
    }
  },
};

function anyAction({ path }: Located<string>, { title, only }: PolicyKindRules): PolicyProblem {
  const message = `${withArticleFirst(title)} cannot name every action with "*".`;
  return { code: "LF3027", severity: "error", message, path, fix: `Name the services, as in "${only ?? "s3"}:*".` };
}

function* formOf({ value, path }: Located<string>): Iterable<PolicyProblem> {
  const [service = "", name, ...more] = value.split(":");
  const problem = (text: string) => ({ code: "LF3025", severity: "error", message: `The action ${quote(value)} ${text}.`, path, fix: FORM }) as const;
  if (name === undefined || service === "") yield problem("names no service");
  else if (more.length > 0) yield problem("has more than one colon");
  else if (/[*?]/.test(service) && value !== "*:*") yield problem("has a wildcard in the service");
  else if (!/^[\w*?-]+$/.test(name) || !/^[\w*?-]+$/.test(service)) {
    if (placeholdersIn(value).length > 0) return;
    const message = `The action ${quote(value)} has characters that no action has, so it matches nothing.`;
    yield { code: "LF3026", severity: "warning", message, path, fix: FORM };
  }
}
