import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";
import { POLICY_STAGING } from "../foundations.ts";

/** Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: PolicyStaging". */
export const policyStaging: Extra = {
  name: "policy-staging",
  summary: "a mirror of the OUs, to try policies out",
  rows: [32, 34],
  fits: ["starter", "full"],
  amend: (draft) => withOu(draft, "PolicyStaging", (ou) => ({ ...POLICY_STAGING, ...ou })),
};
