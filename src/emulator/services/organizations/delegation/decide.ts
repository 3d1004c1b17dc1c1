import type { OneOrMany, PolicyDocument, PolicyStatement } from "../../../../policy/index.ts";
import type { Principal } from "../../../operation.ts";
import type { Answer, ConditionKeys } from "./condition.ts";
import { conditionHolds } from "./condition.ts";
import { hasVariable, matchesPattern } from "./pattern.ts";
import { roleArn } from "./role-arn.ts";

/** A call by a member account, as a delegation policy sees it. */
export interface DelegatedRequest {
  readonly principal: Principal;
  /** For example `organizations:AttachPolicy`. */
  readonly action: string;
  /** ARNs of everything that is touched. Empty for calls about nothing in particular, which only `Resource: "*"` covers. */
  readonly resources: readonly string[];
  readonly keys: ConditionKeys;
}

/**
 * Whether a delegation policy lets a member account make a call: the one place that decides it. A call passes when
 * each of its resources is covered by an Allow and none by a Deny. What cannot be told here, such as a condition on
 * tags, never allows: an Allow that hangs on it is passed over, a Deny that hangs on it holds.
 */
export function delegationAllows(policy: PolicyDocument, request: DelegatedRequest): boolean {
  const statements = [policy.Statement].flat();
  const resources = request.resources.length === 0 ? ["*"] : request.resources;
  return resources.every((resource) => {
    const applies = (statement: PolicyStatement): Answer => statementApplies(statement, request, resource);
    const denied = statements.some((statement) => statement.Effect === "Deny" && applies(statement) !== false);
    return !denied && statements.some((statement) => statement.Effect === "Allow" && applies(statement) === true);
  });
}

function statementApplies(statement: PolicyStatement, { principal, action, keys }: DelegatedRequest, resource: string): Answer {
  const answers: Answer[] = [
    isPrincipal(statement, principal),
    listed(statement.Action, statement.NotAction, (pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase())),
    listed(statement.Resource, statement.NotResource, (pattern) => matchesPattern(pattern, resource)),
    conditionHolds(statement.Condition ?? {}, keys),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether one of the patterns fits, or for the `Not` form none of them. */
function listed(wanted: OneOrMany<string> | undefined, unwanted: OneOrMany<string> | undefined, fits: (pattern: string) => boolean): Answer {
  const patterns = [wanted ?? unwanted ?? []].flat();
  if (patterns.some(hasVariable)) return undefined;
  return patterns.some(fits) === (wanted !== undefined);
}

/** An account, its root or one of its principals; a session counts as its role. */
function isPrincipal({ Principal: element }: PolicyStatement, principal: Principal): Answer {
  if (element === undefined) return undefined;
  if (element === "*") return true;
  return [element.AWS ?? []].flat().some((named) => named === "*" || named === principal.accountId || namesOf(principal).includes(named));
}

function namesOf(principal: Principal): readonly string[] {
  const { accountId, arn } = principal;
  const [, partition = "aws"] = arn.split(":");
  return [arn, `arn:${partition}:iam::${accountId}:root`, roleArn(principal) ?? arn];
}
