/**
 * Who may do what in an organization: the access model and the questions to it. Pure: no clock, no AWS, no files.
 *
 *     const model = accessModel(expand(organization), { homeRegion, roles: knownRoles(organization) });
 *     const shop = accountNamed(model, "shop-prod");
 *     const answer = ask(model, { principal: principalIn(model, "administrator", shop), action: "s3:PutBucketPolicy" });
 *     answer.outcome;       // "allowed", "denied" or "unknown"
 *     answer.rungs;         // the ladder: root, OUs, account, RCPs, boundary, session, identity, resource
 *     answer.assumptions;   // what was taken to be so, and whether the answer hangs on it
 *
 * The model holds each account with its chain of SCPs and RCPs (`account.chain`, shared by accounts with the same policies:
 * `model.chains`), its id (`isStandIn` where AWS has given none yet), its way from the root and its tags. It is made of an
 * inventory or of an observation; ids that AWS has given to what a file declares come in as `known`.
 *
 * `ask` is for one question and its reasons. `decideAccess` answers the same in microseconds, from chains that are compiled
 * once (`model.cache`); `whoCan` asks it for every principal of every account, `compareNodes` for every action. A principal
 * whose policies are not known is decided as if they granted nothing and as if they granted everything (`boundsOf`).
 */
export * from "./model.ts";
export { accountNamed } from "./find-account.ts";
export { accessModel, type ModelOptions, ouNamesOf } from "./make-model.ts";
export { knownRoles, ORGANIZATION_ACCESS_ROLE } from "./known-roles.ts";
export { type AccessPrincipal, PRINCIPAL_FORMS, type PrincipalKind, principalIn, roleNamed } from "./principal.ts";
export { ADMINISTRATOR_PERMISSIONS, hasUnknown, NO_PERMISSIONS, UNKNOWN_PERMISSIONS, unknownPolicy } from "./permissions.ts";
export { type AccessRequest, type MadeRequest, makeRequest } from "./request.ts";
export { type AccessDecision, type AccessOutcome, boundsOf, decideAccess } from "./decide.ts";
export { type AccessAnswer, ask, type Assumption } from "./ask.ts";
export { probableAnswer, type ProbableAnswer } from "./probable.ts";
export { type Decider, type Rung, type Verdict } from "./ladder.ts";
export { whoCan, type WhoCanLine, type WhoCanQuestion, wordOf } from "./who-can.ts";
export { exampleResource } from "./example-resource.ts";
export { type AccountReach, type AttachedAt, attachedAt, attachedPoliciesIn, type PolicyReach, reachOfAccount, reachOfPolicies } from "./reach.ts";
export { effectivePolicies, type EffectivePolicies, type EffectiveSettings } from "./effective.ts";
export { type ActionDifference, compareNodes, nodeNamed, type PlaceComparison } from "./compare.ts";
export { isVisitor, withAnyAccount } from "./visitors.ts";
export { placesOf } from "./places.ts";
export { tellingApart } from "./telling-apart.ts";
export * from "./difference/index.ts";
export * from "./keepers/index.ts";
export * from "./expectations/index.ts";
export * from "./isolation/index.ts";
