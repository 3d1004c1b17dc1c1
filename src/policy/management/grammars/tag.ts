import type { ManagementPolicyType } from "../grammar.ts";
import { group, many, named, one } from "../grammar.ts";

/**
 * Source: Organizations User Guide, "Tag policy syntax and examples".
 * Unconfirmed: that AWS refuses a tag key whose letters are not those of its policy key; here it is taken.
 */
export const TAG_POLICY: ManagementPolicyType = {
  type: "TAG_POLICY",
  top: "tags",
  grammar: named(group({ tag_key: one(), tag_value: many(), enforced_for: many(), report_required_tag_for: many() })),
};
