import { nearest } from "../../diagnostics/index.ts";
import { patternsMeet } from "../patterns-meet.ts";
import type { PolicyKindRules } from "../kinds/rules.ts";
import type { PolicyProblem } from "../problem.ts";
import type { PolicyCheck } from "./check.ts";
import { type Located, quote, textsOf } from "./texts.ts";

type Delegable = NonNullable<PolicyKindRules["delegable"]>;

/**
 * Actions and resources that cannot be handed over. AWS answers UNSUPPORTED_ACTION_IN_RESOURCE_POLICY and
 * UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY.
 * Unconfirmed: that a wildcard is taken when it meets one action that can be delegated.
 */
export const delegableCheck: PolicyCheck = {
  name: "delegable",
  *statement(statement, path, { delegable }) {
    if (delegable === undefined) return;
    for (const element of ["Action", "NotAction"]) for (const action of textsOf(statement, element, path)) yield* refusedAction(action, delegable);
    for (const element of ["Resource", "NotResource"]) for (const resource of textsOf(statement, element, path)) yield* refusedResource(resource, delegable);
  },
};

function* refusedAction({ value, path }: Located<string>, { service, actions }: Delegable): Iterable<PolicyProblem> {
  const full = actions.map((action) => `${service}:${action}`);
  if (value === "*" || full.some((action) => patternsMeet(value.toLowerCase(), action.toLowerCase()))) return;
  const suggestion = nearest(value, full);
  const message = `The action ${quote(value)} cannot be delegated.`;
  yield { code: "LF3046", severity: "error", message, path, fix: "Name actions that AWS lets an organization delegate, such as organizations:AttachPolicy.", ...(suggestion === undefined ? {} : { suggestion }) };
}

function* refusedResource({ value, path }: Located<string>, { service, resources }: Delegable): Iterable<PolicyProblem> {
  const fields = value.split(":");
  const type = fields.slice(5).join(":").split(/[/*]/, 1)[0] ?? "";
  const isOne = fields.length >= 6 && fields[2] === service && (resources.includes(type) || (type === "" && value.endsWith("*")));
  if (value === "*" || isOne || value.split(":").length < 6) return;
  yield { code: "LF3046", severity: "error", message: `The resource ${quote(value)} is nothing of an organization, so it cannot be delegated.`, path, fix: 'Write "*", or ARNs of roots, OUs, accounts and policies.' };
}
