import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const DETECTOR = "arn:aws:guardduty:eu-central-1:111111111111:detector/0123456789abcdef";

export const protectGuardDuty = detection({
  name: "protect-guardduty",
  title: "Nobody inside an account switches GuardDuty off or makes it look away",
  reason: "A filter that archives findings, or an attacker's address on a list of trusted ones, hides as much as a detector that is deleted.",
  source: 'aws-samples, "service-control-policy-examples"; GuardDuty User Guide, "Managing accounts with AWS Organizations"',
  sid: "GuardDutyGoesOn",
  actions: [
    "guardduty:CreateFilter", "guardduty:CreateIPSet", "guardduty:CreateTrustedEntitySet", "guardduty:DeleteDetector",
    "guardduty:DeleteMalwareProtectionPlan", "guardduty:DeleteMembers", "guardduty:DeletePublishingDestination",
    "guardduty:DeleteThreatEntitySet", "guardduty:DeleteThreatIntelSet", "guardduty:DisassociateFromAdministratorAccount",
    "guardduty:DisassociateFromMasterAccount", "guardduty:DisassociateMembers", "guardduty:StopMonitoringMembers",
    "guardduty:UpdateDetector", "guardduty:UpdateFilter", "guardduty:UpdateIPSet", "guardduty:UpdateMalwareProtectionPlan",
    "guardduty:UpdateMalwareScanSettings", "guardduty:UpdatePublishingDestination", "guardduty:UpdateThreatEntitySet",
    "guardduty:UpdateThreatIntelSet", "guardduty:UpdateTrustedEntitySet",
  ],
  leaves: ["A member of an organization's administrator cannot change most of this anyway; the list also holds where GuardDuty was switched on locally."],
  proof: [
    denied("an administrator cannot delete the detector", "guardduty:DeleteDetector", DETECTOR),
    denied("nor suspend it", "guardduty:UpdateDetector", DETECTOR),
    denied("nor archive findings by a filter", "guardduty:CreateFilter", `${DETECTOR}/filter/quiet`),
    denied("nor trust his own address", "guardduty:CreateIPSet", `${DETECTOR}/ipset/friends`),
    denied("nor leave the administrator account", "guardduty:DisassociateFromAdministratorAccount", DETECTOR),
    denied("nor can the root user", "guardduty:DeleteDetector", DETECTOR, { principal: WHO.root }),
    works("people read findings", "guardduty:GetFindings", DETECTOR),
    works("GuardDuty is switched on", "guardduty:CreateDetector", "arn:aws:guardduty:eu-central-1:111111111111:detector/*"),
    works("agents send what they see", "guardduty:SendSecurityTelemetry", undefined, { principal: "arn:aws:iam::111111111111:role/web-server" }),
    works("the baseline sets it up", "guardduty:UpdateDetector", DETECTOR, { principal: WHO.stackSets }),
  ],
});
