import type { Explanation, Outcome } from "../../src/policy/index.ts";
import type { CaseExpectation, PolicyCase } from "./case-format.ts";

const OUTCOMES: Readonly<Record<CaseExpectation["decision"], readonly Outcome[]>> = {
  Allowed: ["allowed"],
  ImplicitlyDenied: ["implicitDeny"],
  ExplicitlyDenied: ["explicitDeny"],
  Denied: ["implicitDeny", "explicitDeny"],
  Unknown: ["unknown"],
};

/** What of an explanation is not as a case expects; empty when all is. */
export function differencesOf({ expected }: PolicyCase, { decision, denies, gates, failedGates }: Explanation): string[] {
  const differences: string[] = [];
  if (!OUTCOMES[expected.decision].includes(decision.outcome)) differences.push(`decision is ${decision.outcome}, not ${expected.decision}`);
  const { blockedBy, missingKeys, statementMatches } = expected;
  const failed = failedGates.map(({ kind }) => kind);
  if (blockedBy !== undefined && !failed.includes(blockedBy)) differences.push(`blocked by ${failed.join(", ")}, not by ${blockedBy}`);
  if (missingKeys !== undefined && decision.missingKeys.join() !== [...missingKeys].sort().join()) differences.push(`missing keys are ${decision.missingKeys.join()}`);
  const matches = [...denies, ...gates.flatMap(({ statements }) => statements)].some((match) => match.matches === "yes");
  if (statementMatches !== undefined && matches !== statementMatches) differences.push(`the statement ${matches ? "matches" : "does not match"}`);
  return differences;
}
