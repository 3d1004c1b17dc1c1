import type { NamedPolicy, PolicyChain } from "../chain.ts";
import { ALWAYS_ALLOWED } from "../data/always-allowed.ts";
import type { Decision, Exemption, Explanation } from "../decision.ts";
import { requireEvaluable } from "../evaluable.ts";
import type { Request } from "../request/request.ts";
import { accountOf, actsForRootUser } from "./caller.ts";
import { all, type Finding, not } from "./finding.ts";
import { matchesOf } from "./statements.ts";
import { boundaryStep } from "./steps/boundary.ts";
import { grantedAcrossAccounts, isInsideAccount, isUngrantable, withoutVainGrants } from "./steps/cross-account.ts";
import { endpointStep } from "./steps/endpoint.ts";
import { denying, explicitDeny } from "./steps/explicit-deny.ts";
import { gateOf, type Step } from "./steps/gate.ts";
import { type Granted, type OwnSteps, stepsOf } from "./steps/granted.ts";
import { identityStep } from "./steps/identity.ts";
import { rcpExemption, rcpSteps } from "./steps/rcp.ts";
import { resourceExemption, resourceStep } from "./steps/resource-policy.ts";
import { grantedInsideAccount } from "./steps/same-account.ts";
import { scpExemption, scpSteps } from "./steps/scp.ts";
import { sessionStep } from "./steps/session.ts";

/**
 * Decides a request, slowly, by the steps of AWS's pages one after the other, and says what led to it. It shares no code
 * with the compiled evaluator, only the types and the tables of `data`, so that each can be held against the other.
 * Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".
 * @throws LandfallError LF3040 for a policy that cannot be decided by
 */
export function explainByReference(chain: PolicyChain, request: Request): Explanation {
  for (const { name, document } of policiesOf(chain)) requireEvaluable(document, `The policy ${name}`);
  if (isAlwaysAllowed(request)) return alwaysAllowed;
  const hasBoundary = chain.boundary !== undefined && !actsForRootUser(request.principal);
  const rcpExempt = chain.rcps === undefined ? undefined : rcpExemption(chain, request);
  const scpExempt = chain.scps === undefined ? undefined : scpExemption(chain, request);
  const rcps = rcpExempt === undefined ? rcpSteps(chain, request, hasBoundary) : [];
  const scps = scpExempt === undefined ? scpSteps(chain, request, hasBoundary) : [];
  const resourceExempt = chain.resource === undefined ? undefined : resourceExemption(request);
  const resource = withoutVainGrants(resourceStep(chain, request, hasBoundary), request);
  const own = ownSteps(chain, request, hasBoundary);
  const endpoint = endpointStep(chain, request, hasBoundary);

  const steps = [...rcps, ...scps, resource, ...(own === undefined ? [] : stepsOf(own)), ...(endpoint === undefined ? [] : [endpoint])];
  const denied = explicitDeny(steps.flatMap(({ statements }) => statements));
  const granted = grantedTo(request, resource, own);
  const alwaysRequired = new Set<Step>([...rcps, ...scps, ...(endpoint === undefined ? [] : [endpoint])]);
  const passed = all([...[...alwaysRequired].map(({ finding }) => finding), granted.finding]);

  const gates = steps.map((step) => gateOf(step, alwaysRequired.has(step) || granted.required.has(step)));
  const decision = decisionOf(denied, passed);
  return {
    decision,
    denies: matchesOf(denying(steps.flatMap(({ statements }) => statements))),
    gates,
    failedGates: gates.filter(({ required, allows }) => required && allows !== "yes"),
    exemptions: [rcpExempt, scpExempt, resourceExempt].filter((exemption): exemption is Exemption => exemption !== undefined),
  };
}

function policiesOf({ scps = [], rcps = [], identity, boundary = [], session = [], resource, endpoint }: PolicyChain): readonly NamedPolicy[] {
  const attached = [...scps, ...rcps].flatMap(({ policies }) => policies);
  return [...attached, ...identity, ...boundary, ...session, ...(resource === undefined ? [] : [resource]), ...(endpoint?.policies ?? [])];
}

/** The same without what led to it. */
export const decideByReference = (chain: PolicyChain, request: Request): Decision => explainByReference(chain, request).decision;

/** Sources: AWS STS API Reference, "GetCallerIdentity"; IAM User Guide, "Permissions for GetSessionToken". */
const isAlwaysAllowed = ({ principal, action }: Request): boolean => ALWAYS_ALLOWED.get(action.toLowerCase())?.has(principal.type) === true;

const alwaysAllowed: Explanation = {
  decision: { outcome: "allowed", missingKeys: [] },
  denies: [],
  gates: [],
  failedGates: [],
  exemptions: ["always-allowed-action"],
};

/** Only a principal that belongs to an account has policies of its own. */
function ownSteps(chain: PolicyChain, request: Request, hasBoundary: boolean): OwnSteps | undefined {
  if (accountOf(request.principal) === undefined) return undefined;
  const boundary = boundaryStep(chain, request);
  const session = sessionStep(chain, request, hasBoundary);
  return { identity: identityStep(chain, request, hasBoundary), ...(boundary && { boundary }), ...(session && { session }) };
}

const grantedTo = (request: Request, resource: Step, own: OwnSteps | undefined): Granted =>
  own !== undefined && isInsideAccount(request) && !isUngrantable(request) ? grantedInsideAccount(request, resource, own) : grantedAcrossAccounts(request, { resource, ...(own && { own }) });

/** Which keys decide is asked only where they can change something between allowed and denied. */
function decisionOf(denied: Finding, passed: Finding): Decision {
  if (denied.answer === "yes") return { outcome: "explicitDeny", missingKeys: [] };
  const { answer, missingKeys } = all([passed, not(denied)]);
  if (answer === "unknown") return { outcome: "unknown", missingKeys };
  return { outcome: answer === "yes" ? "allowed" : "implicitDeny", missingKeys: [] };
}
