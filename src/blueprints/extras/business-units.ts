import type { Account } from "../../organization/index.ts";
import type { Extra } from "../blueprint.ts";
import { withAccounts } from "../draft.ts";
import { serviceOf, withoutService } from "../services.ts";

const account = (purpose: string, stage: string, unit: string): Account => ({ purpose, stage, owner: unit });

/**
 * They share how they are governed, so none has an OU of its own.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: Workloads".
 */
export const businessUnits: Extra = {
  name: "business-units",
  summary: "Manufacturing, Consumer Services, Marketing for foo",
  rows: [30],
  fits: ["starter", "full"],
  amend: (draft, answers) => {
    const sdlc = withAccounts(withoutService(draft, serviceOf(answers)), "Workloads/SDLC", {
      "manufacturing-dev": account("Development", "dev", "manufacturing"),
      "consumer-services-dev": account("Development", "dev", "consumer-services"),
      "consumer-services-beta": account("The public beta", "beta", "consumer-services"),
      "marketing-dev": account("Development", "dev", "marketing"),
    });
    return withAccounts(sdlc, "Workloads/Prod", {
      "manufacturing-prod": account("What the plants use", "prod", "manufacturing"),
      "consumer-services-prod": account("What consumers use", "prod", "consumer-services"),
      "marketing-prod": account("Campaigns", "prod", "marketing"),
    });
  },
};
