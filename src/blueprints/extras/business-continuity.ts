import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";

/** Source: "Organizing Your AWS Environment Using Multiple Accounts", "Business Continuity OU". */
export const businessContinuity: Extra = {
  name: "business-continuity",
  summary: "an OU with an account for backups that is out of reach of what it protects",
  rows: [49],
  fits: ["full"],
  amend: (draft) =>
    withOu(draft, "BusinessContinuity", () => ({
      description: "What is needed when all else is lost; owned apart from what it protects",
      policies: ["protect-production", "organization-only-data"],
      accounts: { "backup-vault": { purpose: "Copies of backups of all accounts", stage: "prod", owner: "continuity" } },
    })),
};
