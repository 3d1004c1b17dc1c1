import type { ManagementPolicyType } from "../grammar.ts";
import { enablement, group } from "../grammar.ts";

/** Source: Organizations User Guide, "AWS Shield Network Security Director policy syntax and examples". */
export const NETWORK_SECURITY_DIRECTOR_POLICY: ManagementPolicyType = {
  type: "NETWORK_SECURITY_DIRECTOR_POLICY",
  top: "network_security_director",
  grammar: group({ enablement: group({ network_security_scan: enablement() }) }),
};
