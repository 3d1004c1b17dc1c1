import { CROSS_ACCOUNT_ACTIONS } from "../../data/cross-account-actions.ts";
import { UNGRANTABLE } from "../../data/ungrantable.ts";
import type { Request } from "../../request/request.ts";
import { accountOf } from "../caller.ts";
import { all, NO } from "../finding.ts";
import { resourceAccountOf } from "../resource-account.ts";
import { type Granted, type GrantingSteps, stepsOf } from "./granted.ts";
import type { Step } from "./gate.ts";

/** A caller without an account always comes from outside. */
export const isInsideAccount = (request: Request): boolean => {
  const account = accountOf(request.principal);
  return account !== undefined && account === resourceAccountOf(request);
};

/**
 * "AWS evaluates the request in the trusting account and the trusted account. The request is allowed only if both
 * evaluations return a decision of Allow": the principal's own policies, none of which a grant spares, and the policy of
 * the resource. An AWS managed KMS key cannot be used from another account; a few actions need no resource policy there.
 * Source: IAM User Guide, "Cross-account policy evaluation logic".
 */
export function grantedAcrossAccounts(request: Request, { resource, own }: GrantingSteps): Granted {
  const alone = own !== undefined && CROSS_ACCOUNT_ACTIONS.has(request.action.toLowerCase()) && !isUngrantable(request);
  const required = [...(alone ? [] : [resource]), ...(own === undefined ? [] : stepsOf(own))];
  return { finding: all(required.map(({ finding }) => finding)), required: new Set(required) };
}

/** What the policy of a resource grants in vain: an AWS managed key is for its own account, and some actions cannot be granted. */
export function withoutVainGrants(resource: Step, request: Request): Step {
  const isForeignKey = request.awsManagedKey === true && !isInsideAccount(request);
  return isForeignKey || isUngrantable(request) ? { ...resource, finding: NO } : resource;
}

/** Whether no policy can make the action possible for this caller; the pages are named in the table. */
export function isUngrantable(request: Request): boolean {
  const [service, name = ""] = request.action.toLowerCase().split(":");
  const isForeign = accountOf(request.principal) !== undefined && !isInsideAccount(request);
  return UNGRANTABLE.some((entry) => {
    const isCaller = entry.caller === "other-account" ? isForeign : entry.caller === request.principal.type;
    return isCaller && entry.service === service && entry.only?.has(name) !== false && entry.except?.has(name) !== true;
  });
}
