import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const DETECTOR = "arn:aws:guardduty:eu-central-1:111111111111:detector/0123456789abcdef";

export const protectGuardDuty = detection({
  name: "protect-guardduty",
  title: "Nobody inside an account switches GuardDuty off or leaves its administrator",
  reason: "What a detector would have seen while it was gone, nobody sees later.",
  source: 'aws-samples, "service-control-policy-examples"; GuardDuty User Guide, "Managing accounts with AWS Organizations"',
  sid: "GuardDutyGoesOn",
  actions: [
    "guardduty:DeleteDetector", "guardduty:DisassociateFromAdministratorAccount", "guardduty:DisassociateFromMasterAccount",
  ],
  leaves: ["A member of an organization's administrator cannot change most of this anyway; the list also holds where GuardDuty was switched on locally."],
  proof: [
    denied("an administrator cannot delete the detector", "guardduty:DeleteDetector", DETECTOR),
    denied("nor leave the administrator account", "guardduty:DisassociateFromAdministratorAccount", DETECTOR),
    denied("nor can the root user", "guardduty:DeleteDetector", DETECTOR, { principal: WHO.root }),
    works("the account that administers it for all filters what it knows", "guardduty:CreateFilter", `${DETECTOR}/filter/known`),
    works("and manages its members", "guardduty:DisassociateMembers", DETECTOR),
    works("people read findings", "guardduty:GetFindings", DETECTOR),
    works("GuardDuty is switched on", "guardduty:CreateDetector", "arn:aws:guardduty:eu-central-1:111111111111:detector/*"),
    works("agents send what they see", "guardduty:SendSecurityTelemetry", undefined, { principal: "arn:aws:iam::111111111111:role/web-server" }),
    works("the baseline sets it up", "guardduty:UpdateDetector", DETECTOR, { principal: WHO.stackSets }),
  ],
});
