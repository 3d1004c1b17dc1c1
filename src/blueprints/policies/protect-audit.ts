import type { PolicyTemplate } from "../blueprint.ts";
import { unlessFoundation } from "./principals.ts";

/**
 * Only what a member does to get out of sight: stop, delete, leave. What an administrator account does for the whole
 * organization (adding members, filters, automation) is not here, so the security tooling account can work.
 */
export const protectAudit: PolicyTemplate = {
  name: "protect-audit",
  type: "scp",
  description: "Nobody inside an account stops its trails, its Config recorder or its threat detection.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "KeepRecording",
        Effect: "Deny",
        Action: [
          "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors", "cloudtrail:PutInsightSelectors", "cloudtrail:StopLogging",
          "cloudtrail:UpdateTrail", "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel",
          "config:DeleteRetentionConfiguration", "config:DeleteServiceLinkedConfigurationRecorder",
          "config:PutConfigurationRecorder", "config:PutDeliveryChannel", "config:PutRetentionConfiguration",
          "config:StopConfigurationRecorder",
        ],
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "KeepDetecting",
        Effect: "Deny",
        Action: [
          "access-analyzer:DeleteAnalyzer", "detective:DisassociateMembership", "guardduty:DeleteDetector",
          "guardduty:DisassociateFromAdministratorAccount", "guardduty:DisassociateFromMasterAccount", "inspector2:Disable",
          "macie2:DisableMacie", "macie2:DisassociateFromAdministratorAccount", "macie2:DisassociateFromMasterAccount",
          "securityhub:DisableSecurityHub", "securityhub:DisableSecurityHubV2",
          "securityhub:DisassociateFromAdministratorAccount", "securityhub:DisassociateFromMasterAccount",
        ],
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
    ],
  }),
};
