import type { PolicyKindRules } from "./rules.ts";

/**
 * What may pass a VPC endpoint.
 * Source: PrivateLink Guide, "Control access to VPC endpoints using endpoint policies": it must name a principal, and
 * holds 20,480 characters.
 */
export const ENDPOINT: PolicyKindRules = {
  kind: "endpoint",
  title: "endpoint policy",
  elements: ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Principal", "NotPrincipal"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "error" },
  ],
  effects: ["Allow", "Deny"],
  principal: "any",
  anyAction: true,
  id: true,
  size: { most: 20_480 },
};
