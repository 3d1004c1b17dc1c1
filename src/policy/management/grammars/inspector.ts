import type { ManagementPolicyType } from "../grammar.ts";
import { enablement, group } from "../grammar.ts";

/** Source: Organizations User Guide, "Amazon Inspector policy syntax and examples". */
export const INSPECTOR_POLICY: ManagementPolicyType = {
  type: "INSPECTOR_POLICY",
  top: "inspector",
  grammar: group({
    enablement: group({
      lambda_standard_scanning: enablement({ lambda_code_scanning: enablement() }),
      ec2_scanning: enablement(),
      ecr_scanning: enablement(),
      code_repository_scanning: enablement(),
    }),
  }),
};
