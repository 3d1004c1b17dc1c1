import type { PolicyDocument } from "../../policy/index.ts";
import { documentDifference, policyDifferenceLines, policySummary } from "../plan/policy-difference.ts";
import type { Style } from "../style.ts";

/** What differs between two policies, under a line that counts statements; the empty text when they mean the same. */
export function policyDifferenceHuman(before: PolicyDocument, after: PolicyDocument, style: Style): string {
  const difference = documentDifference(before, after);
  if (difference === undefined) return "";
  return `${[policySummary(difference), "", ...policyDifferenceLines(difference, style, "  ")].join("\n")}\n`;
}
