import type { ManagementPolicyType } from "../grammar.ts";
import { group, named, one } from "../grammar.ts";

const ORDER = group({ patch_order: one("first", "second", "last") });

/** Source: Organizations User Guide, "Upgrade rollout policy syntax and examples". */
export const UPGRADE_ROLLOUT_POLICY: ManagementPolicyType = {
  type: "UPGRADE_ROLLOUT_POLICY",
  top: "upgrade_rollout",
  grammar: group({ default: ORDER, tags: named(group({ tag_values: named(ORDER) })) }),
};
