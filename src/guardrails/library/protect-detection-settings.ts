import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, WHO, works } from "../proof.ts";

const DETECTOR = "arn:aws:guardduty:eu-central-1:111111111111:detector/0123456789abcdef";

const INSTANCE = "arn:aws:ec2:eu-central-1:111111111111:instance/i-1";

const LOOKING_AWAY = [
  "access-analyzer:ApplyArchiveRule", "access-analyzer:CreateArchiveRule", "access-analyzer:UpdateAnalyzer",
  "access-analyzer:UpdateArchiveRule", "detective:DeleteGraph", "detective:DeleteMembers", "detective:UpdateDatasourcePackages",
  "detective:UpdateOrganizationConfiguration", "guardduty:CreateFilter", "guardduty:CreateIPSet", "guardduty:CreateTrustedEntitySet", "guardduty:DeleteCustomDetectionRule*",
  "guardduty:DeleteMalwareProtectionPlan",
  "guardduty:DeleteMembers", "guardduty:DeletePublishingDestination", "guardduty:DeleteThreatEntitySet",
  "guardduty:DeleteThreatIntelSet", "guardduty:DisassociateMembers", "guardduty:StopMonitoringMembers", "guardduty:UpdateCustomDetectionRule*", "guardduty:UpdateDetector",
  "guardduty:UpdateFilter", "guardduty:UpdateIPSet", "guardduty:UpdateMalwareProtectionPlan", "guardduty:UpdateMalwareScanSettings",
  "guardduty:UpdateMemberDetectors", "guardduty:UpdateOrganizationConfiguration",
  "guardduty:UpdatePublishingDestination", "guardduty:UpdateThreatEntitySet", "guardduty:UpdateThreatIntelSet",
  "guardduty:UpdateTrustedEntitySet", "inspector2:BatchDisassociateCodeSecurityScanConfiguration",
  "inspector2:BatchUpdateMemberEc2DeepInspectionStatus", "inspector2:CreateFilter", "inspector2:DeleteCisScanConfiguration",
  "inspector2:DeleteCodeSecurity*", "inspector2:DisassociateMember", "inspector2:UpdateCisScanConfiguration",
  "inspector2:UpdateCodeSecurityScanConfiguration", "inspector2:UpdateConfiguration", "inspector2:UpdateEc2DeepInspectionConfiguration",
  "inspector2:UpdateFilter", "inspector2:UpdateOrg*", "macie2:BatchUpdateAutomatedDiscoveryAccounts",
  "macie2:CreateAllowList", "macie2:CreateFindingsFilter", "macie2:DeleteCustomDataIdentifier", "macie2:DeleteMember",
  "macie2:DisassociateMember",
  "macie2:PutClassificationExportConfiguration", "macie2:PutFindingsPublicationConfiguration", "macie2:UpdateAllowList",
  "macie2:UpdateAutomatedDiscoveryConfiguration", "macie2:UpdateClassificationJob", "macie2:UpdateClassificationScope",
  "macie2:UpdateFindingsFilter", "macie2:UpdateMacieSession", "macie2:UpdateMemberSession", "macie2:UpdateOrganizationConfiguration",
  "macie2:UpdateResourceProfile*", "macie2:UpdateSensitivityInspectionTemplate", "securityhub:BatchDeleteAutomationRules",
  "securityhub:BatchDisableStandards", "securityhub:BatchUpdateAutomationRules",
  "securityhub:BatchUpdateStandardsControlAssociations", "securityhub:CreateAutomationRule", "securityhub:CreateAutomationRuleV2",
  "securityhub:DeleteAggregatorV2", "securityhub:DeleteAutomationRuleV2", "securityhub:DeleteConfigurationPolicy",
  "securityhub:DeleteFindingAggregator", "securityhub:DeleteMembers", "securityhub:DisableImportFindingsForProduct",
  "securityhub:DisassociateMembers", "securityhub:StartConfigurationPolicy*", "securityhub:UpdateAggregatorV2",
  "securityhub:UpdateAutomationRuleV2", "securityhub:UpdateConfigurationPolicy", "securityhub:UpdateFindingAggregator",
  "securityhub:UpdateOrganizationConfiguration", "securityhub:UpdateSecurityControl", "securityhub:UpdateSecurityHubConfiguration",
  "securityhub:UpdateStandardsControl",
];

/** What is tagged so is not looked at. Sources: Inspector User Guide, "Scanning"; GuardDuty User Guide, "Using inclusion and exclusion tags". */
const EXCLUDING_TAGS = ["GuardDutyExcluded", "GuardDutyManaged", "InspectorCodeExclusion", "InspectorEc2Exclusion", "InspectorExclusion"];

/** A machine, container or function is tagged by these, whether when it is made or later. */
const TAGGING = [
  "ec2:CreateTags", "ec2:DeleteTags", "ecs:CreateCluster", "ecs:TagResource", "ecs:UntagResource", "eks:CreateCluster", "eks:TagResource",
  "eks:UntagResource", "lambda:CreateFunction", "lambda:TagResource",
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
    "A machine that has to be left out, for a test of its speed, is tagged by a role that is let through.",
    "Single findings may still be archived or marked as resolved by who works on them.",
    "Members of an organization's administrator cannot change most of this anyway; the list also holds where a service was switched on locally.",
  ],
  statements: (settings) => [
    { Sid: "NobodyLooksAway", Effect: "Deny", Action: LOOKING_AWAY, Resource: "*", Condition: unlessExempt(settings) },
    {
      Sid: "NobodyHidesByTags",
      Effect: "Deny",
      Action: TAGGING,
      Resource: "*",
      Condition: { "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": EXCLUDING_TAGS }, ...unlessExempt(settings) },
    },
  ],
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
    denied("nor change a rule that is there into one that suppresses", "securityhub:UpdateAutomationRuleV2", "arn:aws:securityhub:eu-central-1:111111111111:automation-rulev2/1"),
    denied("nor lower what Macie knows of a bucket", "macie2:UpdateResourceProfileDetections"),
    denied("nor take a machine out by a tag", "ec2:CreateTags", INSTANCE, { context: { "aws:TagKeys": ["Name", "InspectorEc2Exclusion"] } }),
    denied("nor a function", "lambda:TagResource", "arn:aws:lambda:eu-central-1:111111111111:function:shop", { context: { "aws:TagKeys": ["inspectorexclusion"] } }),
    works("machines are tagged", "ec2:CreateTags", INSTANCE, { context: { "aws:TagKeys": ["Name", "Environment"] } }),
    works("functions are made without tags", "lambda:CreateFunction", "arn:aws:lambda:eu-central-1:111111111111:function:shop"),
    works("people read findings", "guardduty:GetFindings", DETECTOR),
    works("and work on them", "securityhub:BatchUpdateFindings", "arn:aws:securityhub:eu-central-1:111111111111:hub/default"),
    works("functions send findings", "securityhub:BatchImportFindings", "arn:aws:securityhub:eu-central-1:111111111111:product/111111111111/default"),
    works("agents send what they see", "guardduty:SendSecurityTelemetry"),
    works("services are switched on", "macie2:EnableMacie"),
    works("the baseline sets them up", "guardduty:UpdateDetector", DETECTOR, { principal: WHO.stackSets }),
  ],
};
