import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const DETECTOR = "arn:aws:guardduty:eu-central-1:111111111111:detector/0123456789abcdef";

const LOOKING_AWAY = [
  "access-analyzer:ApplyArchiveRule", "access-analyzer:CreateArchiveRule", "access-analyzer:UpdateAnalyzer",
  "access-analyzer:UpdateArchiveRule", "detective:DeleteGraph", "detective:DeleteMembers", "detective:UpdateDatasourcePackages",
  "guardduty:CreateFilter", "guardduty:CreateIPSet", "guardduty:CreateTrustedEntitySet", "guardduty:DeleteMalwareProtectionPlan",
  "guardduty:DeleteMembers", "guardduty:DeletePublishingDestination", "guardduty:DeleteThreatEntitySet",
  "guardduty:DeleteThreatIntelSet", "guardduty:DisassociateMembers", "guardduty:StopMonitoringMembers", "guardduty:UpdateDetector",
  "guardduty:UpdateFilter", "guardduty:UpdateIPSet", "guardduty:UpdateMalwareProtectionPlan", "guardduty:UpdateMalwareScanSettings",
  "guardduty:UpdatePublishingDestination", "guardduty:UpdateThreatEntitySet", "guardduty:UpdateThreatIntelSet",
  "guardduty:UpdateTrustedEntitySet", "inspector2:CreateFilter", "inspector2:DisassociateMember", "inspector2:UpdateConfiguration",
  "inspector2:UpdateEc2DeepInspectionConfiguration", "inspector2:UpdateFilter", "macie2:BatchUpdateAutomatedDiscoveryAccounts",
  "macie2:CreateAllowList", "macie2:CreateFindingsFilter", "macie2:DeleteMember", "macie2:DisassociateMember",
  "macie2:PutClassificationExportConfiguration", "macie2:PutFindingsPublicationConfiguration", "macie2:UpdateAllowList",
  "macie2:UpdateAutomatedDiscoveryConfiguration", "macie2:UpdateClassificationScope", "macie2:UpdateFindingsFilter",
  "macie2:UpdateMacieSession", "securityhub:BatchDeleteAutomationRules", "securityhub:BatchDisableStandards",
  "securityhub:BatchUpdateStandardsControlAssociations", "securityhub:CreateAutomationRule", "securityhub:CreateAutomationRuleV2",
  "securityhub:DeleteAggregatorV2", "securityhub:DeleteAutomationRuleV2", "securityhub:DeleteConfigurationPolicy",
  "securityhub:DeleteFindingAggregator", "securityhub:DeleteMembers", "securityhub:DisableImportFindingsForProduct",
  "securityhub:DisassociateMembers", "securityhub:UpdateSecurityControl", "securityhub:UpdateSecurityHubConfiguration",
  "securityhub:UpdateStandardsControl",
];

export const protectDetectionSettings: StatementGuardrail = {
  name: "protect-detection-settings",
  title: "Nobody outside of the security team's accounts makes security services look away",
  form: "scp",
  reason: "A filter that archives findings, an attacker's address on a list of trusted ones, a control that is switched off: each hides as much as a service that is switched off, and shows less.",
  source: 'aws-samples, "service-control-policy-examples"; GuardDuty User Guide, "Suppression rules"; Security Hub User Guide, "Automation rules"',
  rows: [40, 67, 111, 136],
  parameters: [],
  leaves: [
    "Not for the account that administers these services for all others, which does just this for them: attach it to the OUs of workloads, sandboxes and exceptions.",
    "Single findings may still be archived or marked as resolved by who works on them.",
    "Members of an organization's administrator cannot change most of this anyway; the list also holds where a service was switched on locally.",
  ],
  statements: (settings) => [{ Sid: "NobodyLooksAway", Effect: "Deny", Action: LOOKING_AWAY, Resource: "*", Condition: unlessExempt(settings) }],
  proof: [
    denied("an administrator does not suspend GuardDuty", "guardduty:UpdateDetector", DETECTOR),
    denied("nor archive its findings by a filter", "guardduty:CreateFilter", `${DETECTOR}/filter/quiet`),
    denied("nor trust his own address", "guardduty:CreateIPSet", `${DETECTOR}/ipset/friends`),
    denied("nor switch a standard of Security Hub off", "securityhub:BatchDisableStandards"),
    denied("nor a single control", "securityhub:UpdateStandardsControl"),
    denied("nor suppress findings by a rule", "securityhub:CreateAutomationRule"),
    denied("nor archive what Access Analyzer finds", "access-analyzer:CreateArchiveRule", "arn:aws:access-analyzer:eu-central-1:111111111111:analyzer/a/archive-rule/quiet"),
    denied("nor pause Macie", "macie2:UpdateMacieSession"),
    denied("nor have it ignore texts", "macie2:CreateAllowList", "arn:aws:macie2:eu-central-1:111111111111:allow-list/quiet"),
    denied("nor suppress what Inspector finds", "inspector2:CreateFilter", "arn:aws:inspector2:eu-central-1:111111111111:owner/111111111111/filter/quiet"),
    denied("nor delete a graph of Detective", "detective:DeleteGraph", "arn:aws:detective:eu-central-1:111111111111:graph:0123456789abcdef0123456789abcdef"),
    denied("nor can the root user", "guardduty:CreateFilter", `${DETECTOR}/filter/quiet`, { principal: WHO.root }),
    works("people read findings", "guardduty:GetFindings", DETECTOR),
    works("and work on them", "securityhub:BatchUpdateFindings", "arn:aws:securityhub:eu-central-1:111111111111:hub/default"),
    works("functions send findings", "securityhub:BatchImportFindings", "arn:aws:securityhub:eu-central-1:111111111111:product/111111111111/default"),
    works("agents send what they see", "guardduty:SendSecurityTelemetry"),
    works("services are switched on", "macie2:EnableMacie"),
    works("the baseline sets them up", "guardduty:UpdateDetector", DETECTOR, { principal: WHO.stackSets }),
  ],
};
