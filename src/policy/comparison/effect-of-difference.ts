import type { PolicyDifference, StatementDifference } from "./compare.ts";
import type { PolicyStatement } from "../document.ts";
import { statementCovers } from "./statement-cover.ts";

/**
 * What a change of an SCP or RCP does to the requests it lets through: `narrows` when provably no request becomes
 * allowed, `widens` when provably none becomes denied, `none` when both hold, `mixed` when neither could be proven.
 */
export type DifferenceEffect = "narrows" | "widens" | "mixed" | "none";

/**
 * Sound for documents without errors, whatever else is attached beside them: a policy lets a request through when an
 * Allow matches and no Deny does, so fewer matches of Allows and more matches of Denies can only narrow.
 */
export function effectOfDifference(difference: PolicyDifference): DifferenceEffect {
  // The same text then means something else in statements that are otherwise unchanged.
  if (difference.version?.changesVariables === true) return "mixed";
  const narrowed = difference.statements.every(cannotWiden);
  const widened = difference.statements.every((change) => cannotWiden(reversed(change)));
  if (narrowed && widened) return "none";
  return narrowed ? "narrows" : widened ? "widens" : "mixed";
}

function cannotWiden(change: StatementDifference): boolean {
  if (change.action === "added") return change.after.Effect === "Deny";
  if (change.action === "removed") return change.before.Effect === "Allow";
  return lossOnly(change.before, change.after);
}

/** A statement that changes its effect is one removed and one added. */
function lossOnly(before: PolicyStatement, after: PolicyStatement): boolean {
  if (before.Effect !== after.Effect) return after.Effect === "Deny";
  return after.Effect === "Deny" ? statementCovers(after, before) : statementCovers(before, after);
}

function reversed(change: StatementDifference): StatementDifference {
  if (change.action === "added") return { action: "removed", before: change.after };
  if (change.action === "removed") return { action: "added", after: change.before };
  return { action: "changed", before: change.after, after: change.before, parts: change.parts };
}
