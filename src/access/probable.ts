import type { ActionFacts } from "../policy/index.ts";
import type { AccessAnswer } from "./ask.ts";
import type { AccessPrincipal } from "./principal.ts";

/** What an answer probably is that cannot be given for sure. It never counts as the answer. */
export interface ProbableAnswer {
  readonly outcome: "allowed" | "denied";
  /** A sentence. */
  readonly because: string;
}

/**
 * AWS's own policies that are there to read, whose long and often changed texts are not kept here; with whether they are
 * meant to read contents too. Unconfirmed for each single action: they grant a few that do not read, and lack some that do.
 * Source: IAM User Guide, "AWS managed policies for job functions", and AWS Managed Policy Reference Guide, "ReadOnlyAccess".
 */
const READING: ReadonlyMap<string, boolean> = new Map([["ReadOnlyAccess", true], ["job-function/ViewOnlyAccess", false], ["ViewOnlyAccess", false], ["SecurityAudit", false]]);

/** Of an answer that hangs on nothing but such policies; undefined for every other. */
export function probableAnswer({ outcome, missingKeys, unknownPolicies, rungs }: AccessAnswer, { permissions: { identity } }: AccessPrincipal, facts: Pick<ActionFacts, "action" | "access"> | undefined): ProbableAnswer | undefined {
  const names = identity.unknown;
  if (outcome !== "unknown" || facts === undefined || missingKeys.length > 0 || unknownPolicies.join() !== "identity" || !names.every((name) => READING.has(name))) return undefined;
  const policies = names.join(" and ");
  if (rungs.some(({ kind, verdict }) => kind === "identity" && verdict === "allows")) return { outcome: "allowed", because: `Another policy allows it, and AWS writes ${policies} to grant and not to deny.` };
  if (facts.access !== "read" && facts.access !== "list") return { outcome: "denied", because: `${facts.action} changes things, and AWS writes ${policies} for reading.` };
  return names.some((name) => READING.get(name) === true) ? { outcome: "allowed", because: `${facts.action} reads, which AWS writes ${policies} for.` } : undefined;
}
