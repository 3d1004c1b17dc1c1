import type { ManagementPolicyType } from "../grammar.ts";
import { enablement, named } from "../grammar.ts";

/** Source: Organizations User Guide, "Security Hub policy syntax and examples". */
export const SECURITYHUB_POLICY: ManagementPolicyType = {
  type: "SECURITYHUB_POLICY",
  top: "securityhub",
  grammar: enablement({ features: named(enablement()) }),
};
