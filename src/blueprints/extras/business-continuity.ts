import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";

/** Source: "Organizing Your AWS Environment Using Multiple Accounts", "Business Continuity OU". */
export const businessContinuity: Extra = {
  name: "business-continuity",
  summary: "backups out of reach of what they protect",
  rows: [49],
  fits: ["full"],
  amend: (draft) =>
    withOu(draft, "BusinessContinuity", () => ({
      description: "What is needed when all else is lost; owned apart from what it protects",
      policies: ["protect-production", "organization-only-data"],
      accounts: { "backup-vault": { purpose: "Copies of backups of all accounts", stage: "prod", owner: "continuity" } },
    })),
};
