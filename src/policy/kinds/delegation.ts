import { DELEGABLE_ACTIONS } from "../data/delegable-actions.ts";
import type { PolicyKindRules } from "./rules.ts";

/**
 * The policy on the organization itself that lets member accounts see it and manage its policies.
 * Source: Organizations User Guide, "Delegated administrator for AWS Organizations".
 * Unconfirmed: that NotAction and NotResource are taken; no example has them.
 */
export const DELEGATION: PolicyKindRules = {
  kind: "delegation",
  title: "organization's delegation policy",
  elements: ["Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Principal"], severity: "error" },
    { oneOf: ["Action", "NotAction"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "error" },
  ],
  effects: ["Allow", "Deny"],
  principal: "accounts",
  anyAction: true,
  delegable: { service: "organizations", actions: DELEGABLE_ACTIONS, resources: ["root", "ou", "account", "policy", "organization", "resourcepolicy"] },
};
