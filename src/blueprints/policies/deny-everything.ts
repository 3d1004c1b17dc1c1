import type { PolicyTemplate } from "../blueprint.ts";
import { unlessFoundation } from "./principals.ts";

/**
 * What runs keeps running, and costing: a policy stops calls, not machines.
 * Source: "Organizing Your AWS Environment Using Multiple Accounts", "Suspended OU": the security and platform teams
 * keep a way in.
 */
export const denyEverything: PolicyTemplate = {
  name: "deny-everything",
  type: "scp",
  description: "Nobody can do anything, except the roles that look after the organization.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [{ Sid: "DenyEverything", Effect: "Deny", Action: "*", Resource: "*", Condition: unlessFoundation(answers) }],
  }),
};
