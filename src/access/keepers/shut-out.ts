import { compileChain, containsAllow, contextOfPrincipal, decide, explain, type PolicyLevel, type Principal, type RequestContext } from "../../policy/index.ts";
import { OPEN } from "../decide.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { KEEPERS, type Place } from "./keepers.ts";

/** Somebody who can no longer do a part, or an account in which nobody can do anything. */
export interface ShutOut {
  /** Tells this one from others of the same account. */
  readonly key: string;
  /** A keeper's name; `everybody` where a level allows nothing. */
  readonly who: string;
  readonly without: string;
  /** Absent where it is everything. */
  readonly action?: string;
  /** The policy, its statement and the level from the root, 0, that are in the way. */
  readonly policy?: string;
  readonly sid?: string;
  readonly level?: number;
}

/** The policies on an account's way from the root; a list that is absent does not apply. */
export interface Levels {
  readonly scps?: readonly PolicyLevel[];
  readonly rcps?: readonly PolicyLevel[];
}

/** Who is shut out of an account by the policies it is under. */
export function shutOut({ scps, rcps }: Levels, place: Place): ShutOut[] {
  const closed = (scps ?? []).findIndex(({ policies }) => !policies.some(({ document }) => containsAllow(document)));
  if (closed >= 0) return [{ key: "everybody", who: "everybody", without: "nothing that an SCP must allow is possible there any more", level: closed }];
  const chain = compileChain({ managementAccountId: place.managementAccountId, ...(scps === undefined ? {} : { scps }), ...(rcps === undefined ? {} : { rcps }), identity: ADMINISTRATOR_PERMISSIONS.identity.policies, resource: OPEN });
  return KEEPERS.flatMap(({ name, without, duties }) =>
    duties(place).flatMap(({ action, resource, principal }): ShutOut[] => {
      const context = { ...contextOfPrincipal(principal), ...contextOf(place, principal) };
      const request = { principal, action, resource, resourceAccount: place.accountId, context, contextMode: "exact" as const };
      if (decide(chain, request).outcome === "allowed") return [];
      const { denies: [deny], failedGates: [gate] } = explain(chain, request);
      const level = (deny ?? gate)?.level?.index;
      return [{ key: `${name} ${action} ${resource}`, who: name, without, action, ...(deny === undefined ? {} : { policy: deny.policy, ...(deny.sid === undefined ? {} : { sid: deny.sid }) }), ...(level === undefined ? {} : { level }) }];
    }),
  );
}

function contextOf({ homeRegion, organizationId, organizationPath, managementPath, accountId }: Place, principal: Principal): RequestContext {
  const comesIn = "accountId" in principal && principal.accountId !== accountId;
  return {
    "aws:RequestedRegion": homeRegion, "aws:SecureTransport": "true", "aws:ViaAWSService": "false",
    "aws:PrincipalOrgID": organizationId, "aws:PrincipalOrgPaths": [comesIn ? managementPath : organizationPath],
    "aws:ResourceOrgID": organizationId, "aws:ResourceOrgPaths": [organizationPath], "aws:ResourceAccount": accountId,
  };
}
