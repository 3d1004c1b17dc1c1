import type { Extra } from "../blueprint.ts";
import { withAccounts, withOu } from "../draft.ts";
import { BUSINESS_USERS } from "../foundations.ts";

/** Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: IndividualBusinessUsers". */
export const businessUsers: Extra = {
  name: "business-users",
  summary: "a bucket in which sales share reports with a partner",
  rows: [39],
  fits: ["starter", "full"],
  amend: (draft) =>
    withAccounts(withOu(draft, "IndividualBusinessUsers", (ou) => ({ ...BUSINESS_USERS, ...ou })), "IndividualBusinessUsers", {
      "partner-reports": { purpose: "A bucket with reports for a partner", stage: "prod", owner: "sales" },
    }),
};
