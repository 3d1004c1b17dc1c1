import type { Growth } from "../organization/index.ts";
import type { OuPath } from "./draft.ts";

/** One step from a blueprint to the next larger one. What is not named here has the same key in both. */
export interface GrowthStep {
  readonly from: string;
  readonly to: string;
  /** OUs that get another name, from old path to new. */
  readonly renamed: Readonly<Record<OuPath, OuPath>>;
  readonly places: readonly Place[];
  /** How far the organization has grown then, where it is not yet as far as the larger blueprint. */
  readonly growth?: Growth;
}

/** Where an account goes that the larger blueprint does not name. */
export interface Place {
  readonly account: string;
  readonly ou: OuPath;
  /** Keys of accounts that are not needed beside it. */
  readonly insteadOf?: readonly string[];
  /** Stages of the blueprint's own service that are not needed beside it. */
  readonly stages?: readonly string[];
}

export const GROWTH: readonly GrowthStep[] = [
  { from: "smb-starter", to: "smb", renamed: {}, places: [] },
  {
    from: "smb",
    to: "starter",
    renamed: { "Workloads/Test": "Workloads/SDLC" },
    places: [
      { account: "images", ou: "Infrastructure/Prod" },
      { account: "operations", ou: "Infrastructure/Prod", insteadOf: ["shared-services"] },
      { account: "workloads-preprod", ou: "Workloads/SDLC" },
      { account: "workloads-test", ou: "Workloads/SDLC" },
      { account: "workloads-dev", ou: "Workloads/SDLC" },
      { account: "workloads", ou: "Workloads/Prod", stages: ["dev", "beta", "qa", "prod"] },
      { account: "sandbox", ou: "Sandbox", insteadOf: ["sandbox-platform"] },
    ],
  },
  { from: "starter", to: "full", renamed: {}, places: [] },
  {
    from: "five-account",
    to: "full",
    renamed: { "Workloads/NonProd": "Workloads/SDLC" },
    places: [
      { account: "non-prod", ou: "Workloads/SDLC", stages: ["dev", "beta", "qa"] },
      { account: "production", ou: "Workloads/Prod", stages: ["prod"] },
    ],
    // Its stages still share the account non-prod.
    growth: "framework",
  },
];
