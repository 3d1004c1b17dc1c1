import type { Decision, Explanation, Gate, Outcome } from "../decision.ts";
import type { Request } from "../request/request.ts";
import { situationOf } from "./access.ts";
import type { CompiledChain } from "./chain.ts";
import { allOf, anyMatch, type Finding, noneOf } from "./finding.ts";
import { gateOf, levelGate } from "./gate.ts";
import { type Found, Look } from "./look.ts";
import { ownGates } from "./own-gates.ts";
import { isOfRoot } from "./principal-matcher.ts";
import { rcpExemption, resourceAccountOf, resourceExemption, scpExemption } from "./reach.ts";
import { READING } from "./reading.ts";
import { NO, YES } from "./truth.ts";

const ALWAYS_ALLOWED: Explanation = {
  decision: { outcome: "allowed", missingKeys: [] },
  denies: [],
  gates: [],
  failedGates: [],
  exemptions: ["always-allowed-action"],
};

/** Decides one request and tells everything that led to the decision, which is that of `decide`. */
export function explain(chain: CompiledChain, request: Request): Explanation {
  const { facts } = chain.planned(request.action);
  if (facts.alwaysAllowed?.has(request.principal.type) === true) return ALWAYS_ALLOWED;
  READING.begin(request);
  const resourceAccount = resourceAccountOf(request);
  const rcpsExempt = chain.rcps && rcpExemption(chain, facts, request, resourceAccount);
  const scpsExempt = chain.scps && scpExemption(chain, facts, request.principal);
  const resourceExempt = chain.resource && resourceExemption(facts, request.principal, resourceAccount);
  const resource = resourceExempt === undefined ? chain.resource : undefined;
  const rcps = rcpsExempt === undefined ? (chain.rcps ?? []) : [];
  const scps = scpsExempt === undefined ? (chain.scps ?? []) : [];
  const look = new Look(chain, facts);
  const gates: Gate[] = [];
  const findings: Finding[] = [];
  const denies: Found[] = [];
  for (const level of rcps) {
    // Open question rcp-allow.
    gates.push(levelGate("rcp", level, look.allows(level.policies), YES));
    denies.push(...look.denies(level.policies));
  }
  for (const level of scps) {
    const found = look.allows(level.policies);
    const finding = anyMatch(found);
    findings.push(finding);
    gates.push(levelGate("scp", level, found, finding.truth));
    denies.push(...look.denies(level.policies));
  }
  if (chain.endpoint !== undefined) {
    const found = look.allows(chain.endpoint);
    const finding = anyMatch(found);
    findings.push(finding);
    gates.push(gateOf("endpoint", found, finding.truth, true));
  }
  const own = ownGates(situationOf(facts, request, resourceAccount), { identity: chain.identity, boundary: chain.boundary, session: chain.session, resource }, request, look);
  denies.push(...look.denies(chain.endpoint), ...look.denies(resource), ...ownDenies(chain, request, look));
  gates.push(...own.gates);
  return {
    decision: decisionOf(denies, [...findings, own.finding]),
    denies: denies.map(({ match }) => match),
    gates,
    failedGates: gates.filter(({ required, allows }) => required && allows !== "yes"),
    exemptions: [rcpsExempt, scpsExempt, resourceExempt].filter((exemption) => exemption !== undefined),
  };
}

/** Callers without an account have no policies of their own, the root user none but session policies. */
function ownDenies(chain: CompiledChain, { principal }: Request, look: Look): Found[] {
  if (!("accountId" in principal)) return [];
  const session = look.denies(chain.session);
  return isOfRoot(principal) ? session : [...look.denies(chain.identity), ...look.denies(chain.boundary), ...session];
}

function decisionOf(denies: readonly Found[], gates: readonly Finding[]): Decision {
  const denied = anyMatch(denies);
  if (denied.truth === YES) return { outcome: "explicitDeny", missingKeys: [] };
  const { truth, keys } = allOf([...gates, noneOf([denied])]);
  const outcome: Outcome = truth === YES ? "allowed" : truth === NO ? "implicitDeny" : "unknown";
  return { outcome, missingKeys: [...new Set(keys)].sort() };
}
