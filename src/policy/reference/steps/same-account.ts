import type { Request } from "../../request/request.ts";
import { all, any, type Finding } from "../finding.ts";
import type { Granted, OwnSteps } from "./granted.ts";
import { stepsOf } from "./granted.ts";
import type { Step } from "./gate.ts";
import { grants, insistsOnResourcePolicy } from "./resource-policy.ts";

/**
 * Who grants inside one account: "an explicit allow in an identity-based policy or resource-based policy". The table of
 * the page says what an implicit deny elsewhere still limits:
 *
 * - granted to the user, the session, or everyone by the resource: nothing;
 * - granted to the role of a session, or to the user of a federated one: the boundary and the session policy;
 * - granted to the account: everything, since it only delegates.
 *
 * Source: IAM User Guide, "Policy evaluation logic", "Resource-based policies and implicit denies in other policy types".
 */
export function grantedInsideAccount(request: Request, resource: Step, own: OwnSteps): Granted {
  const limits = stepsOf(own).filter((step) => step !== own.identity);
  const insists = insistsOnResourcePolicy(request);
  const byOwn = all([...stepsOf(own).map(({ finding }) => finding), ...(insists ? [grants(resource.statements, "account")] : [])]);
  const direct = grants(resource.statements, "direct");
  const entity = grants(resource.statements, "entity");
  const byResource = any([direct, all([entity, ...limits.map(({ finding }) => finding)])]);
  const required = new Set(requiredOwn(own, byOwn, direct, entity, byResource));
  if (insists || (byOwn.answer !== "yes" && byResource.answer === "unknown")) required.add(resource);
  return { finding: any([byOwn, byResource]), required };
}

/** What the request has to pass of the principal's own policies, given what the resource grants. */
function requiredOwn(own: OwnSteps, byOwn: Finding, direct: Finding, entity: Finding, byResource: Finding): Step[] {
  if (direct.answer === "yes") return [];
  const steps = entity.answer === "yes" ? stepsOf(own).filter((step) => step !== own.identity) : stepsOf(own);
  // Where the principal's own policies do not do, only the resource might still grant it: then they are beside the point.
  const beside = byOwn.answer === "no" && byResource.answer === "unknown";
  return beside ? steps.filter(({ finding }) => finding.answer !== "no") : steps;
}
