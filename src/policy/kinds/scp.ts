import { policyTypeFacts } from "../../limits/index.ts";
import type { PolicyKindRules } from "./rules.ts";

/**
 * Source: Organizations User Guide, "SCP syntax"; the full IAM language since 2025-09-19, also with Allow.
 * Unconfirmed: whether a statement without Resource is refused. The page has it in every statement, the example
 * of the CreatePolicy API has none.
 */
export const SCP: PolicyKindRules = {
  kind: "scp",
  title: "SCP",
  elements: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "warning" },
  ],
  effects: ["Allow", "Deny"],
  principal: "none",
  anyAction: true,
  size: { most: policyTypeFacts("scp").maxSize },
};
