import type { Extra } from "../blueprint.ts";
import { withAccounts, withOu } from "../draft.ts";
import { DEPLOYMENTS } from "../foundations.ts";
import { businessUnits } from "./business-units.ts";

/**
 * Manufacturing runs industrial IoT its own way and delivers by itself; the other two share how they deliver.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: Deployments".
 */
export const manufacturingDelivery: Extra = {
  name: "manufacturing-delivery",
  summary: "these three, and Manufacturing delivers by itself",
  rows: [46],
  fits: ["starter", "full"],
  amend: (draft, answers) => {
    const units = withOu(businessUnits.amend(draft, answers), "Deployments", (ou) => ({ ...DEPLOYMENTS, ...ou }));
    const sdlc = withAccounts(withOu(units, "Deployments/SDLC", () => ({})), "Deployments/SDLC", {
      "manufacturing-delivery-test": { purpose: "Changes are tried here first", stage: "test", owner: "manufacturing" },
      "shared-delivery-test": { purpose: "Changes are tried here first", stage: "test", owner: "platform" },
    });
    return withAccounts(sdlc, "Deployments/Prod", {
      "manufacturing-delivery": { purpose: "Deploys for the plants", stage: "prod", owner: "manufacturing" },
      "shared-delivery": { purpose: "Deploys for the other two", stage: "prod", owner: "platform" },
    });
  },
};
