import type { PolicyKindRules } from "./rules.ts";

/**
 * The policy of a bucket, key, queue, topic or any other resource.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language", "Identity-based policies and resource-based policies".
 * Unconfirmed: which services take a statement without Resource; most do not.
 */
export const RESOURCE: PolicyKindRules = {
  kind: "resource",
  title: "resource-based policy",
  elements: ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Principal", "NotPrincipal"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "warning" },
  ],
  effects: ["Allow", "Deny"],
  principal: "any",
  anyAction: true,
  id: true,
};
