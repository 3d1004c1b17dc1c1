import type { Gate } from "../decision.ts";
import type { Request } from "../request/request.ts";
import type { Situation } from "./access.ts";
import type { CompiledChain } from "./chain.ts";
import { allOf, anyMatch, anyOf, type Finding, SURE_NO, SURE_YES } from "./finding.ts";
import { gateOf } from "./gate.ts";
import type { Found, Look } from "./look.ts";
import { ACCOUNT, type Closeness, DIRECT, isOfRoot, ROLE } from "./principal-matcher.ts";
import { NO, UNKNOWN, YES } from "./truth.ts";

/** What the policies of caller and resource come to, with their gates. */
export interface OwnGates {
  readonly finding: Finding;
  readonly gates: readonly Gate[];
}

/** The policies of the caller, with what they allow; absent are those that it does not have. */
interface Own {
  readonly identity: readonly Found[];
  readonly boundary?: readonly Found[];
  readonly session?: readonly Found[];
}

type Policies = Pick<CompiledChain, "identity" | "boundary" | "session" | "resource">;

/** The same as `access` decides, told gate by gate. */
export function ownGates(situation: Situation, policies: Policies, { principal, awsManagedKey }: Request, look: Look): OwnGates {
  const resource = look.allows(policies.resource);
  // An AWS managed key cannot be used from another account, whatever its policy says.
  const granted = awsManagedKey === true || situation === "none" ? SURE_NO : anyMatch(resource);
  if (!("accountId" in principal)) return { finding: granted, gates: [gateOf("resource", resource, granted.truth, true)] };
  const isRoot = isOfRoot(principal);
  const own: Own = {
    identity: isRoot ? [] : look.allows(policies.identity),
    ...(isRoot || policies.boundary === undefined ? {} : { boundary: look.allows(policies.boundary) }),
    ...(policies.session !== undefined || principal.type === "federated-user" ? { session: look.allows(policies.session) } : {}),
  };
  const identity = isRoot ? SURE_YES : anyMatch(own.identity);
  const limits = [own.boundary, own.session].filter((found) => found !== undefined).map(anyMatch);
  const inside = situation === "same" || situation === "mandatory";
  if (inside) return insideAccount(situation, resource, own, identity, limits);
  const isRequired = situation !== "caller";
  return {
    finding: allOf([identity, ...limits, ...(isRequired ? [granted] : [])]),
    gates: [gateOf("resource", resource, granted.truth, isRequired), ...gatesOf(own, identity, () => true)],
  };
}

function insideAccount(situation: Situation, resource: readonly Found[], own: Own, identity: Finding, limits: readonly Finding[]): OwnGates {
  const named = (closeness: Closeness): Finding => anyMatch(resource.filter(({ close }) => close === closeness));
  const direct = named(DIRECT);
  const role = named(ROLE);
  const byResource = anyOf([direct, allOf([role, ...limits])]);
  const byOwn = allOf([identity, ...limits, ...(situation === "mandatory" ? [named(ACCOUNT)] : [])]);
  // Where the caller's own policies do not do, only the resource might still grant it, and what closed them is beside the point.
  const onlyByResource = byOwn.truth === NO && byResource.truth === UNKNOWN;
  const isRequired = (kind: Gate["kind"], allows: Gate["allows"]): boolean => {
    if (direct.truth === YES || (kind === "identity" && role.truth === YES)) return false;
    return !(onlyByResource && allows === "no");
  };
  const needsResource = situation === "mandatory" || (byOwn.truth !== YES && byResource.truth === UNKNOWN);
  return {
    finding: anyOf([byOwn, byResource]),
    gates: [gateOf("resource", resource, anyMatch(resource).truth, needsResource), ...gatesOf(own, identity, isRequired)],
  };
}

function gatesOf(own: Own, identity: Finding, isRequired: (kind: Gate["kind"], allows: Gate["allows"]) => boolean): Gate[] {
  const gates = [gateOf("identity", own.identity, identity.truth, true)];
  if (own.boundary !== undefined) gates.push(gateOf("boundary", own.boundary, anyMatch(own.boundary).truth, true));
  if (own.session !== undefined) gates.push(gateOf("session", own.session, anyMatch(own.session).truth, true));
  return gates.map((gate) => (isRequired(gate.kind, gate.allows) ? gate : { ...gate, required: false }));
}
