import type { ManagementPolicyType } from "../grammar.ts";
import { group, named, one } from "../grammar.ts";

/**
 * Any name of a service is taken: AWS adds some every year.
 * Source: Organizations User Guide, "AI services opt-out policy syntax and examples".
 */
export const AISERVICES_OPT_OUT_POLICY: ManagementPolicyType = {
  type: "AISERVICES_OPT_OUT_POLICY",
  top: "services",
  grammar: named(group({ opt_out_policy: one("optOut", "optIn") })),
  operators: ["@@assign"],
};
