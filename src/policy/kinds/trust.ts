import { IAM_QUOTAS } from "../../limits/index.ts";
import type { PolicyKindRules } from "./rules.ts";

/**
 * Who may assume a role. The role is its resource, so it names none.
 * Source: IAM User Guide, "Roles terms and concepts", "NotPrincipal" (not taken here); IAM API, UpdateAssumeRolePolicy,
 * "Has prohibited field Resource", "AssumeRole policy may only specify STS AssumeRole actions".
 * Unconfirmed: that the quota can be raised to 8,192.
 */
export const TRUST: PolicyKindRules = {
  kind: "trust",
  title: "trust policy",
  elements: ["Sid", "Effect", "Principal", "Action", "NotAction", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Principal"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
  ],
  effects: ["Allow", "Deny"],
  principal: "any",
  anyAction: false,
  only: "sts",
  id: true,
  size: { most: IAM_QUOTAS.trustPolicySize, adjustable: 8_192 },
};
