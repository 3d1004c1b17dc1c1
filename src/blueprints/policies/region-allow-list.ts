import type { PolicyTemplate } from "../blueprint.ts";
import { GLOBAL_ACTIONS } from "./global-actions.ts";
import { unlessFoundation } from "./principals.ts";

/**
 * Source: IAM User Guide, "AWS: Denies access to AWS based on the requested Region".
 * Cross-Region inference of Bedrock calls Regions outside the list and is denied; it needs a statement of its own.
 */
export const regionAllowList: PolicyTemplate = {
  name: "region-allow-list",
  type: "scp",
  description: "Nothing happens outside the governed Regions, except in services that are global.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "GovernedRegionsOnly",
        Effect: "Deny",
        NotAction: GLOBAL_ACTIONS,
        Resource: "*",
        Condition: { StringNotEquals: { "aws:RequestedRegion": answers.regions }, ...unlessFoundation(answers) },
      },
      {
        Sid: "NoNewRegions",
        Effect: "Deny",
        Action: ["account:DisableRegion", "account:EnableRegion"],
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
    ],
  }),
};
