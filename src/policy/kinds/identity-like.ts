import type { PolicyKindRules } from "./rules.ts";

/** What policies that belong to a principal have in common: they name no principal, and what they are for. */
export const IDENTITY_LIKE: Omit<PolicyKindRules, "kind" | "title"> = {
  elements: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "error" },
  ],
  effects: ["Allow", "Deny"],
  principal: "none",
  anyAction: true,
  id: true,
};
