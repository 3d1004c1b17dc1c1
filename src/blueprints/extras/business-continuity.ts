import type { Extra } from "../blueprint.ts";
import { withOu } from "../draft.ts";
import { DATA_GUARDRAILS, PRODUCTION_GUARDRAILS } from "../foundations.ts";

/** Source: "Organizing Your AWS Environment Using Multiple Accounts", "Business Continuity OU". */
export const businessContinuity: Extra = {
  name: "business-continuity",
  summary: "backups out of reach of what they protect",
  rows: [49],
  fits: ["full"],
  amend: (draft) =>
    withOu(draft, "BusinessContinuity", () => ({
      description: "What is needed when all else is lost; owned apart from what it protects",
      guardrails: [...PRODUCTION_GUARDRAILS, ...DATA_GUARDRAILS],
      accounts: { "backup-vault": { purpose: "Copies of backups of all accounts", stage: "prod", owner: "continuity" } },
    })),
};
