import type { PolicyKindRules } from "./rules.ts";

/** Source: Organizations User Guide, "RCP syntax". */
export const RCP: PolicyKindRules = {
  kind: "rcp",
  title: "RCP",
  elements: ["Sid", "Effect", "Principal", "Action", "Resource", "NotResource", "Condition"],
  effects: ["Deny"],
  principal: "everyone",
  anyAction: false,
};
