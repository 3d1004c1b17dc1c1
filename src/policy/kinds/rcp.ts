import { policyTypeFacts } from "../../limits/index.ts";
import { RCP_SERVICES } from "../data/rcp-services.ts";
import type { PolicyKindRules } from "./rules.ts";

/**
 * A customer's RCP; AWS's own RCPFullAWSAccess is the only one with Allow and `"Action": "*"`.
 * Source: Organizations User Guide, "RCP syntax".
 */
export const RCP: PolicyKindRules = {
  kind: "rcp",
  title: "RCP",
  elements: ["Sid", "Effect", "Principal", "Action", "Resource", "NotResource", "Condition"],
  required: [
    { oneOf: ["Effect"], severity: "error" },
    { oneOf: ["Principal"], severity: "error" },
    { oneOf: ["Action"], severity: "error" },
    { oneOf: ["Resource", "NotResource"], severity: "error" },
  ],
  effects: ["Deny"],
  principal: "everyone",
  anyAction: false,
  size: { most: policyTypeFacts("rcp").maxSize },
  services: RCP_SERVICES,
};
