import { CROSS_ACCOUNT_ACTIONS } from "../../data/cross-account-actions.ts";
import type { Request } from "../../request.ts";
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
  const alone = own !== undefined && CROSS_ACCOUNT_ACTIONS.has(request.action.toLowerCase());
  const required = [...(alone ? [] : [resource]), ...(own === undefined ? [] : stepsOf(own))];
  return { finding: all(required.map(({ finding }) => finding)), required: new Set(required) };
}

/** The policy of an AWS managed key allows its own account only, whatever it says. */
export function fromOutside(resource: Step, request: Request): Step {
  return request.awsManagedKey === true && !isInsideAccount(request) ? { ...resource, finding: NO } : resource;
}
