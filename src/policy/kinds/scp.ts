import type { PolicyKindRules } from "./rules.ts";

/** Source: Organizations User Guide, "SCP syntax"; the full IAM language since 2025-09-19. */
export const SCP: PolicyKindRules = {
  kind: "scp",
  title: "SCP",
  elements: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  effects: ["Allow", "Deny"],
  principal: "none",
  anyAction: true,
};
