import type { PolicyUse } from "../chain.ts";
import type { Answer, Decision, Explanation, Gate, Outcome, StatementMatch } from "../decision.ts";
import type { Request } from "../request.ts";
import { access, type Grants, type Situation, situationOf } from "./access.ts";
import type { CompiledChain, CompiledLevel } from "./chain.ts";
import { type Found, Look, truthOf, truthOfClose } from "./look.ts";
import { ACCOUNT, DIRECT, ROLE } from "./principal-matcher.ts";
import { accountOf, rcpExemption, resourceAccountOf, scpExemption } from "./reach.ts";
import { READING } from "./reading.ts";
import { both, NO, type Truth, UNKNOWN, YES } from "./truth.ts";

const ALWAYS_ALLOWED: Explanation = {
  decision: { outcome: "allowed", missingKeys: [] },
  denies: [],
  gates: [],
  failedGates: [],
  exemptions: ["always-allowed-action"],
};

/** Decides one request and tells everything that led to the decision, which is that of `decide`. */
export function explain(chain: CompiledChain, request: Request): Explanation {
  const plan = chain.planOf(request.action);
  if (plan.alwaysAllowed && accountOf(request.principal) !== undefined) return ALWAYS_ALLOWED;
  READING.begin(request);
  const resourceAccount = resourceAccountOf(request);
  const scpsExempt = chain.scps && scpExemption(chain, plan, request.principal);
  const rcpsExempt = chain.rcps && rcpExemption(chain, plan, request, resourceAccount);
  const scps = scpsExempt === undefined ? (chain.scps ?? []) : [];
  const rcps = rcpsExempt === undefined ? (chain.rcps ?? []) : [];
  const look = new Look(chain, plan.action);
  const levels: Gate[] = [];
  const denies: Found[] = [];
  for (const level of rcps) {
    levels.push(rcpGate(level));
    denies.push(...look.denies(level.policies));
  }
  for (const level of scps) {
    levels.push(levelGate(level, look.allows(level.policies)));
    denies.push(...look.denies(level.policies));
  }
  if (chain.endpoint !== undefined) levels.push(gateOf("endpoint", look.allows(chain.endpoint)));
  const own = accessOf(situationOf(plan, request, resourceAccount), chain, request, look);
  for (const policies of [chain.endpoint, chain.resource, chain.identity, chain.boundary, chain.session]) denies.push(...look.denies(policies));
  const gates = [...levels, ...own.gates];
  return {
    decision: decisionOf(denies, levels, own),
    denies: denies.map(({ match }) => match),
    gates,
    failedGates: gates.filter(({ required, allows }) => required && allows !== "yes"),
    exemptions: [scpsExempt, rcpsExempt].filter((exemption) => exemption !== undefined),
  };
}

const answerOf = (truth: Truth): Answer => (truth === YES ? "yes" : truth === UNKNOWN ? "unknown" : "no");
const truthOfAnswer = (answer: Answer): Truth => (answer === "yes" ? YES : answer === "unknown" ? UNKNOWN : NO);

const gateOf = (kind: PolicyUse, found: readonly Found[], allows = truthOf(found), required = true): Gate => ({
  kind,
  allows: answerOf(allows),
  required,
  statements: found.map(({ match }) => match),
});

const levelGate = ({ name, index }: CompiledLevel, found: readonly Found[]): Gate => ({ ...gateOf("scp", found), level: { name, index } });

/** Open question rcp-allow. */
const rcpGate = ({ name, index }: CompiledLevel): Gate => ({ ...gateOf("rcp", [], YES), level: { name, index } });

interface Access {
  readonly truth: Truth;
  readonly gates: readonly Gate[];
}

function accessOf(situation: Situation, chain: CompiledChain, { principal }: Request, look: Look): Access {
  const resource = look.allows(chain.resource);
  const identity = look.allows(chain.identity);
  const boundary = look.allows(chain.boundary);
  const session = look.allows(chain.session);
  const grants: Grants = {
    identity: principal.type === "root" ? YES : truthOf(identity),
    boundary: chain.boundary === undefined ? YES : truthOf(boundary),
    session: chain.session === undefined ? (principal.type === "federated-user" ? NO : YES) : truthOf(session),
    direct: truthOfClose(resource, DIRECT),
    role: truthOfClose(resource, ROLE),
    account: truthOfClose(resource, ACCOUNT),
  };
  const oneAccount = situation === "same" || situation === "mandatory";
  const isDirect = oneAccount && grants.direct === YES;
  const hasOwn = situation !== "resource";
  const gates: Gate[] = [];
  const resourceGate = gateOf("resource", resource, situation === "none" ? NO : truthOf(resource), situation !== "same" && situation !== "caller");
  if (chain.resource !== undefined || resourceGate.required) gates.push(resourceGate);
  if (hasOwn) gates.push(gateOf("identity", identity, grants.identity, !(isDirect || (oneAccount && grants.role === YES))));
  if (hasOwn && chain.boundary !== undefined) gates.push(gateOf("boundary", boundary, grants.boundary, !isDirect));
  if (hasOwn && (chain.session !== undefined || grants.session === NO)) gates.push(gateOf("session", session, grants.session, !isDirect));
  return { truth: access(situation, grants), gates };
}

function decisionOf(denies: readonly Found[], levels: readonly Gate[], own: Access): Decision {
  const denied = truthOf(denies);
  const passes = levels.reduce<Truth>((truth, { allows }) => both(truth, truthOfAnswer(allows)), own.truth);
  const outcome: Outcome = denied === YES ? "explicitDeny" : passes === NO ? "implicitDeny" : denied === NO && passes === YES ? "allowed" : "unknown";
  return { outcome, missingKeys: outcome === "unknown" ? missingKeys(denies, levels, own) : [] };
}

function missingKeys(denies: readonly Found[], levels: readonly Gate[], own: Access): string[] {
  const undecided = [...levels, ...(own.truth === UNKNOWN ? own.gates : [])].filter(({ kind, allows }) => kind === "resource" || allows === "unknown");
  const matches: StatementMatch[] = [...denies.map(({ match }) => match), ...undecided.flatMap(({ statements }) => statements)];
  return [...new Set(matches.flatMap((match) => match.missingKeys))].sort();
}
