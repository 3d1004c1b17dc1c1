/**
 * The AWS policy language, for policies of every kind (`scp`, `rcp`, `identity`, `boundary`, `session`, `resource`,
 * `trust`, `endpoint`, `delegation`): parse, validate, normalize, minify, print and compare. Values in, values out:
 * nothing here reads a file, a clock or the network, and none of these throws for a policy that is wrong.
 *
 *     import { comparePolicies, effectOfDifference, parsePolicyText, validatePolicyText } from "landfall/policy";
 *
 *     for (const { at, severity, message, fix } of validatePolicyText(text, "scp")) {
 *       console.log(`${at?.line}:${at?.column} ${severity} ${message} ${fix ?? ""}`);
 *     }
 *     const { document } = parsePolicyText(text);
 *     if (document) console.log(effectOfDifference(comparePolicies(deployed, document)));  // "narrows", "widens", …
 *
 * A problem of severity `error` is what AWS refuses to store; what AWS takes, or may take, is a `warning`.
 *
 * The other organization policy types (tag, backup, S3, Security Hub and more) speak a language of settings:
 * `checkManagementPolicy` says why AWS would not store one, `mergeManagementPolicies` makes the effective policy of
 * an account, and `checkEffectivePolicy` says why that would not be enforced whole.
 *
 * Requests are decided as AWS authorizes them. A chain holds every policy that may have a say; compiled once, it answers
 * any number of requests, `decide` with the outcome and `explain` with everything that led to it:
 *
 *     import { compileChain, decide, explain, requestFrom } from "landfall/policy";
 *
 *     const chain = compileChain({
 *       managementAccountId: "999999999999",
 *       scps: [{ name: "Root", policies: [{ name: "FullAWSAccess", document: fullAccess }, { name: "regions", document }] }],
 *       identity: [{ name: "AdministratorAccess", document: administrator }],
 *     });
 *     const request = requestFrom({
 *       principal: "arn:aws:iam::111122223333:role/deploy",
 *       action: "ec2:RunInstances",
 *       resource: "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
 *       context: { "aws:RequestedRegion": "us-east-1" },
 *     });
 *     decide(chain, request).outcome;      // "allowed", "explicitDeny", "implicitDeny" or "unknown"
 *     explain(chain, request).denies;      // which statements of which policies, with their Sids
 *
 * `contextMode` says which keys that are not given are not known: an answer that hangs on one is `unknown` and names it.
 * What AWS's pages leave open is listed in `OPEN_QUESTIONS`, with what is done here. Deciding by a document that is no
 * policy, or has an operator that AWS does not have, throws (LF3040).
 */
export type * from "./document.ts";
/** What is thrown, for those who use this entry alone. */
export { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
export type { PolicyProblem } from "./problem.ts";
export { hasErrors } from "./problem.ts";
export type { TextSpan } from "./text/text-span.ts";
export type { PolicyPositions } from "./text/positions.ts";
export { type ParsedPolicy, parsePolicyText } from "./text/parse.ts";
export { validatePolicy, validatePolicyText } from "./validate.ts";
export { kindOfPolicy, lintPolicyText } from "./lint.ts";
export { policyKindName } from "./kinds/index.ts";
export { isPolicyDocument } from "./shape.ts";
export { equalPolicies, normalizePolicy } from "./comparison/normalize.ts";
export { minifyPolicy, policyText } from "./text/minify.ts";
export { policySize } from "./text/size.ts";
export {
  comparePolicies,
  isEmptyDifference,
  type PartDifference,
  type PolicyDifference,
  type StatementDifference,
} from "./comparison/compare.ts";
export { type JsonMember, type JsonNode, type JsonReading, type JsonTrouble, readJson } from "./text/json-reader.ts";
export { spanFinder } from "./text/text-span.ts";
export { type DifferenceEffect, effectOfDifference } from "./comparison/effect-of-difference.ts";
export { type OperatorUse, parseOperator } from "./operators.ts";
export { arnsMeet, patternsMeet } from "./patterns-meet.ts";
export { wildcardExpression } from "./wildcard-expression.ts";
export { containsAllow } from "./contains-allow.ts";
export { printPolicy } from "./text/print.ts";
export { placeholdersIn } from "./placeholders.ts";
export { RCP_SERVICES, RCP_SERVICES_READ } from "./data/rcp-services.ts";
export type { ManagementNode, ManagementProblem } from "./management/policy.ts";
export { parseManagementPolicy, type ParsedManagementPolicy } from "./management/parse.ts";
export { compareSettings, type SettingDifference } from "./management/compare.ts";
export { checkManagementPolicy } from "./management/check.ts";
export { MANAGEMENT_POLICY_TYPES, managementPolicyType } from "./management/grammars/index.ts";
export type { ManagementPolicyType } from "./management/grammar.ts";
export { type AttachedManagementPolicy, type EffectiveNode, mergeManagementPolicies } from "./management/merge.ts";
export { checkEffectivePolicy, effectivePolicyJson, type EffectivePolicyProblem } from "./management/effective.ts";
export type * from "./request/request.ts";
export type * from "./chain.ts";
export type * from "./decision.ts";
export { type CompiledChain, compileChain, decide, explain } from "./fast/index.ts";
export { explainByReference } from "./reference/index.ts";
export { isServiceLinkedRole, principalFromText } from "./request/principal.ts";
export { contextOfPrincipal } from "./request/derived-context.ts";
export { type PlainRequest, requestFrom } from "./request/plain-request.ts";
export { type ForwardedCall, forwardedRequest } from "./request/forwarded-request.ts";
export { type CaseExpectation, differencesFrom, type PolicyCase, readPolicyCase } from "./cases/index.ts";
export { awsManagedDocument, awsManagedName } from "./aws-managed.ts";
export { AWS_MANAGED_DOCUMENTS, type KnownManagedPolicy, type NamedManagedPolicy } from "./data/aws-managed-documents.ts";
export { EXEMPTION_TEXTS } from "./data/exemption-texts.ts";
export { OPEN_QUESTIONS, type OpenQuestion } from "./open-questions.ts";
export { type AccessLevel, type Catalog, type ActionFacts, type ConditionKeyFacts, loadCatalog, type ResourceTypeFacts, type ServiceFacts } from "./catalog/index.ts";
