import type { Explanation, Outcome } from "../decision.ts";
import type { CaseExpectation, PolicyCase } from "./case.ts";

const OUTCOMES: Readonly<Record<CaseExpectation["decision"], readonly Outcome[]>> = {
  Allowed: ["allowed"],
  ImplicitlyDenied: ["implicitDeny"],
  ExplicitlyDenied: ["explicitDeny"],
  Denied: ["implicitDeny", "explicitDeny"],
  Unknown: ["unknown"],
};

const WORDS: Readonly<Record<Outcome, string>> = { allowed: "Allowed", implicitDeny: "ImplicitlyDenied", explicitDeny: "ExplicitlyDenied", unknown: "Unknown" };

/** What of an explanation is not as the case expects, each as a short sentence; empty when all is. */
export function differencesFrom({ kind, expected }: PolicyCase, explanation: Explanation): string[] {
  const { decision, denies, gates, failedGates } = explanation;
  const differences: string[] = [];
  if (!OUTCOMES[expected.decision].includes(decision.outcome)) {
    const missing = decision.missingKeys.length === 0 ? "" : ` (${decision.missingKeys.join(", ")})`;
    differences.push(`expected ${expected.decision}, got ${WORDS[decision.outcome]}${missing}`);
  }
  if (expected.blockedBy !== undefined) {
    const blocking = (decision.outcome === "explicitDeny" ? denies : failedGates).map((one) => one.kind);
    if (!blocking.includes(expected.blockedBy)) differences.push(`expected to be blocked by ${expected.blockedBy}, was by ${[...new Set(blocking)].join(", ") || "nothing"}`);
  }
  if (expected.missingKeys !== undefined) {
    const keys = expected.missingKeys.map((key) => key.toLowerCase()).sort().join(", ");
    if (keys !== decision.missingKeys.join(", ")) differences.push(`expected the missing keys ${keys || "none"}, got ${decision.missingKeys.join(", ") || "none"}`);
  }
  if (expected.statementMatches !== undefined) {
    const found = [...denies, ...gates.flatMap(({ statements }) => statements)].filter((match) => kind !== "principal" || match.kind === "resource");
    const matches = found.some((match) => match.matches === "yes");
    if (matches !== expected.statementMatches) differences.push(`expected the statement ${expected.statementMatches ? "to match" : "not to match"}, it ${matches ? "does" : "does not"}`);
  }
  return differences;
}
