import type { PolicyTemplate } from "../blueprint.ts";

/**
 * Nobody is exempt: the management account, which no policy binds, is the one to let an account go.
 * AcceptHandshake is how an account moves straight into another organization.
 * Unconfirmed: that denying LeaveOrganization alone would not stop such a move.
 * Source: AWS Cloud Operations Blog, 2026-03-17, "Essential security controls to prevent unauthorized account removal".
 */
export const denyLeaveOrganization: PolicyTemplate = {
  name: "deny-leave-organization",
  type: "scp",
  description: "No account leaves the organization, joins another one or closes itself.",
  document: () => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "StayInOrganization",
        Effect: "Deny",
        Action: ["account:CloseAccount", "organizations:AcceptHandshake", "organizations:LeaveOrganization"],
        Resource: "*",
      },
    ],
  }),
};
