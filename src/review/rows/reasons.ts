// Why structure cannot tell something, where the same holds for several rows.

export const INSIDE = "It lives inside accounts; the file says which accounts there are, and not what runs in them.";
export const ROLES = "The roles behind it live inside accounts.";
export const DEPENDENCIES = "Dependencies are roles, routes and shares inside accounts; the file states none.";
export const NETWORK = "Networks live inside accounts; the file describes none.";
export const PEOPLE = "The file says which groups enter which accounts; who is in them, and how they sign in, IAM Identity Center holds.";
export const HISTORY = "It is seen in what happened, as CloudTrail recorded it; the file has no history.";
export const MONEY = "It is about money spent; the file holds budgets, and no spending.";
export const POLICY = "What policies really deny is proven by the cases of each guardrail, and by what the file expects of access: `landfall test`.";
/** For what the step "Permission controls" looks for. */
export const POLICY_SEEN = `${POLICY} Whether there is such a policy, \`maturity\` says.`;
export const PIPELINE = "It is a property of pipelines, and they live inside accounts.";

/** A figure or an example: one good way, so that another is no fault. */
export const written = (flags: string): string => `It is one good way among others, so no rule asks for it; \`init ${flags}\` writes it.`;
