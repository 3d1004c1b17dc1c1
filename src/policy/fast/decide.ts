import type { Decision } from "../decision.ts";
import type { Request } from "../request/request.ts";
import { access, type Grants, type Situation, situationOf } from "./access.ts";
import type { CompiledChain } from "./chain.ts";
import { explain } from "./explain.ts";
import type { Plan, PlannedGate } from "./plan.ts";
import { ACCOUNT, type Closeness, closenessTo, DIRECT, isOfRoot, NOT_NAMED } from "./principal-matcher.ts";
import { rcpExemption, resourceAccountOf, resourceExemption, scpExemption } from "./reach.ts";
import { READING } from "./reading.ts";
import type { Statement } from "./statement.ts";
import { both, either, NO, type Truth, UNKNOWN, YES } from "./truth.ts";

const ALLOWED: Decision = { outcome: "allowed", missingKeys: [] };
const EXPLICIT_DENY: Decision = { outcome: "explicitDeny", missingKeys: [] };
const IMPLICIT_DENY: Decision = { outcome: "implicitDeny", missingKeys: [] };

/** Which kinds of policies have a say. Used again for every decision. */
const REACH = { scps: false, rcps: false, resource: false };

/**
 * Decides one request. Allocates next to nothing unless the outcome is `unknown`; `explain` tells why.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function decide(chain: CompiledChain, request: Request): Decision {
  const { facts, plan } = chain.planned(request.action);
  const caller = request.principal;
  if (facts.alwaysAllowed?.has(caller.type) === true) return ALLOWED;
  READING.begin(request);
  const resourceAccount = resourceAccountOf(request);
  REACH.scps = chain.scps !== undefined && scpExemption(chain, facts, caller) === undefined;
  REACH.rcps = chain.rcps !== undefined && rcpExemption(chain, facts, request, resourceAccount) === undefined;
  REACH.resource = resourceExemption(facts, caller, resourceAccount) === undefined;
  const denied = denies(chain, plan);
  if (denied === YES) return EXPLICIT_DENY;
  const passes = passesGates(chain, plan, situationOf(facts, request, resourceAccount));
  if (passes === NO) return IMPLICIT_DENY;
  if (denied === NO && passes === YES) return ALLOWED;
  return explain(chain, request).decision;
}

/** Whether any Deny of a policy that has a say matches. */
function denies(chain: CompiledChain, plan: Plan): Truth {
  let found = ownDenies(plan);
  if (found !== YES && REACH.scps) found = either(found, anyMatches(plan.scpDenies));
  if (found !== YES && REACH.rcps) found = either(found, anyMatches(plan.rcpDenies));
  if (found !== YES && REACH.resource) found = either(found, anyNaming(chain, plan.resourceDenies));
  return found === YES ? found : either(found, anyNaming(chain, plan.endpointDenies));
}

/** Callers without an account have no policies of their own, the root user none but session policies. */
function ownDenies(plan: Plan): Truth {
  const caller = READING.request.principal;
  if (!("accountId" in caller)) return NO;
  const found = anyMatches(plan.sessionDenies);
  return found === YES || isOfRoot(caller) ? found : either(found, anyMatches(plan.identityDenies));
}

/** RCPs allow at every level: open question rcp-allow. */
function passesGates(chain: CompiledChain, plan: Plan, situation: Situation): Truth {
  let passes: Truth = YES;
  if (REACH.scps) {
    for (const level of plan.scpLevels) {
      passes = both(passes, anyMatches(level.statements));
      if (passes === NO) return NO;
    }
  }
  if (plan.endpointAllows !== undefined) passes = both(passes, anyNaming(chain, plan.endpointAllows));
  if (passes === NO) return NO;
  grant(chain, plan);
  return both(passes, access(situation, GRANTS));
}

/** Used again for every decision. */
const GRANTS: Grants = { identity: NO, boundary: NO, session: NO, direct: NO, role: NO, account: NO };

function grant(chain: CompiledChain, plan: Plan): void {
  const caller = READING.request.principal;
  const isRoot = isOfRoot(caller);
  GRANTS.identity = isRoot ? YES : opens(plan.identity);
  GRANTS.boundary = isRoot || plan.boundary === undefined ? YES : opens(plan.boundary);
  // A session of GetFederationToken without session policies has no permissions of its own.
  GRANTS.session = plan.session === undefined ? (caller.type === "federated-user" ? NO : YES) : opens(plan.session);
  GRANTS.direct = NO;
  GRANTS.role = NO;
  GRANTS.account = NO;
  if (!REACH.resource) return;
  for (const statement of plan.resourceAllows) {
    const close = closeness(chain, statement);
    if (close === NOT_NAMED) continue;
    const matches = statement.matches(READING);
    if (close === DIRECT) GRANTS.direct = either(GRANTS.direct, matches);
    else if (close === ACCOUNT) GRANTS.account = either(GRANTS.account, matches);
    else GRANTS.role = either(GRANTS.role, matches);
  }
}

/** Whether any statement matches that names the caller. */
function anyNaming(chain: CompiledChain, statements: readonly Statement[]): Truth {
  let found: Truth = NO;
  for (const statement of statements) {
    if (found === YES) break;
    if (closeness(chain, statement) !== NOT_NAMED) found = either(found, statement.matches(READING));
  }
  return found;
}

const closeness = (chain: CompiledChain, { principals }: Statement): Closeness =>
  principals === undefined ? NOT_NAMED : closenessTo(principals, READING.request.principal, chain.boundary !== undefined);

const opens = (gate: PlannedGate): Truth => (gate.open ? YES : anyMatches(gate.statements));

function anyMatches(statements: readonly Statement[]): Truth {
  let found: Truth = NO;
  for (const statement of statements) {
    const matches = statement.matches(READING);
    if (matches === YES) return YES;
    if (matches === UNKNOWN) found = UNKNOWN;
  }
  return found;
}
