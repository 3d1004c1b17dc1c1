import type { Expectation } from "../organization/index.ts";

/** What a guardrail, or several together, let a blueprint expect wherever all of them are attached. */
export interface Promised {
  /** The expectation's name. */
  readonly name: string;
  readonly guardrails: readonly string[];
  readonly expectation: Omit<Expectation, "ous" | "accounts">;
}

const LOGS = ["arn:*:s3:::*-log-archive-*", "arn:*:s3:::*-log-archive-*/*"];
const EXCEPT = { only: ["exempt"] } as const;

/** In the order in which they stand in the file. */
export const PROMISES: readonly Promised[] = [
  { name: "accounts stay in the organization", guardrails: ["deny-leave-organization"], expectation: { ...EXCEPT, cannot: ["organizations:LeaveOrganization"] } },
  { name: "root users do nothing", guardrails: ["deny-root-user"], expectation: { who: ["root"], cannot: ["iam:*", "s3:*", "ec2:*"] } },
  { name: "nothing runs in other Regions", guardrails: ["region-allow-list"], expectation: { ...EXCEPT, cannot: ["ec2:RunInstances", "s3:CreateBucket", "lambda:CreateFunction"], when: { "aws:RequestedRegion": "ap-northeast-3" } } },
  { name: "nobody switches Regions on", guardrails: ["deny-region-enable"], expectation: { ...EXCEPT, cannot: ["account:EnableRegion", "account:DisableRegion"] } },
  {
    name: "nobody gets around a guardrail",
    guardrails: ["protect-org-roles"],
    expectation: { because: "Each denies to administrators what it says, and nobody becomes a role that it lets through.", guardrails: ["*"] },
  },
  { name: "people sign in at one place", guardrails: ["deny-idc-account-instance"], expectation: { cannot: ["sso:CreateInstance"] } },
  {
    name: "what watches goes on",
    guardrails: ["protect-cloudtrail", "protect-config", "protect-guardduty", "protect-securityhub", "protect-access-analyzer", "protect-macie", "protect-inspector", "protect-detective"],
    expectation: {
      ...EXCEPT,
      cannot: [
        "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "config:StopConfigurationRecorder", "guardduty:DeleteDetector", "securityhub:DisableSecurityHub",
        "access-analyzer:DeleteAnalyzer", "macie2:DisableMacie", "inspector2:Disable", "detective:DisassociateMembership",
      ],
    },
  },
  {
    name: "nobody makes it look away",
    guardrails: ["protect-detection-settings", "protect-config-rules"],
    expectation: { ...EXCEPT, cannot: ["guardduty:CreateFilter", "guardduty:CreateIPSet", "securityhub:BatchDisableStandards", "config:PutConfigRule", "config:DeleteConfigRule"] },
  },
  {
    name: "people do not change archived logs",
    guardrails: ["protect-log-archive"],
    expectation: { because: "Logs are evidence.", ...EXCEPT, cannot: ["s3:PutObjectRetention", "s3:PutBucketPolicy", "s3:PutLifecycleConfiguration", "s3:PutBucketObjectLockConfiguration"], on: LOGS },
  },
  {
    name: "nobody at all deletes archived logs",
    guardrails: ["keep-archived-logs"],
    expectation: { because: "Not even root, nor a role that guardrails let through, nor whom a bucket's policy lets in.", who: ["anyone", "outsiders"], cannot: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention", "s3:DeleteBucket"], on: LOGS },
  },
  {
    name: "nobody makes keys and passwords",
    guardrails: ["deny-iam-users-and-keys"],
    expectation: { because: "An attacker with an administrator's session makes no way back in.", ...EXCEPT, cannot: ["iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile"] },
  },
  { name: "nobody brings identities of his own", guardrails: ["deny-federation-changes"], expectation: { ...EXCEPT, cannot: ["iam:CreateSAMLProvider", "iam:UpdateSAMLProvider", "iam:CreateOpenIDConnectProvider"] } },
  { name: "buckets are not made public", guardrails: ["deny-public-s3-requests"], expectation: { cannot: ["s3:PutBucketAcl", "s3:PutObjectAcl"], when: { "s3:x-amz-acl": "public-read" } } },
  { name: "the block of public buckets stays", guardrails: ["deny-public-s3-requests"], expectation: { ...EXCEPT, cannot: ["s3:PutAccountPublicAccessBlock"] } },
  { name: "volumes are encrypted", guardrails: ["require-ebs-encryption"], expectation: { ...EXCEPT, cannot: ["ec2:CreateVolume"], on: ["arn:*:ec2:*:{account}:volume/*"], when: { "ec2:Encrypted": "false" } } },
  { name: "databases are encrypted", guardrails: ["require-rds-encryption"], expectation: { ...EXCEPT, cannot: ["rds:CreateDBInstance"], when: { "rds:StorageEncrypted": "false", "rds:DatabaseEngine": "postgres" } } },
  { name: "keys are not lost in a week", guardrails: ["min-30-day-window"], expectation: { ...EXCEPT, cannot: ["kms:ScheduleKeyDeletion"], when: { "kms:ScheduleKeyDeletionPendingWindowInDays": "7" } } },
  { name: "strangers read no data", guardrails: ["org-identities-only"], expectation: { because: "Whatever a bucket's policy or a role's trust says.", who: ["outsiders"], cannot: ["s3:GetObject", "s3:PutObject", "kms:Decrypt", "secretsmanager:GetSecretValue", "sts:AssumeRole"] } },
  {
    name: "only pipelines and a few change production",
    guardrails: ["prod-change-only-by-pipeline"],
    expectation: { ...EXCEPT, cannot: ["cloudformation:UpdateStack", "lambda:UpdateFunctionCode", "ecs:UpdateService", "rds:DeleteDBInstance", "ec2:AuthorizeSecurityGroupIngress", "iam:PutRolePolicy"] },
  },
  {
    name: "people only look at production",
    guardrails: ["people-read-only"],
    expectation: { because: "Whatever their permission set says; its data is not theirs either.", who: ["permission-set/*"], cannot: ["lambda:UpdateFunctionCode", "s3:PutObject", "s3:GetObject", "secretsmanager:GetSecretValue", "iam:PutRolePolicy", "sts:AssumeRole"] },
  },
  {
    name: "nobody makes a new way in",
    guardrails: ["deny-new-ways-in"],
    expectation: { because: "An attacker with an administrator's session does not come back.", ...EXCEPT, cannot: ["iam:CreateRole", "iam:UpdateAssumeRolePolicy", "lambda:CreateFunctionUrlConfig", "ssm:CreateActivation", "eks:CreateAccessEntry"] },
  },
  {
    name: "sandboxes stay off the company's network",
    guardrails: ["sandbox-boundaries"],
    expectation: { ...EXCEPT, cannot: ["ec2:CreateVpcPeeringConnection", "ec2:AcceptVpcPeeringConnection", "ec2:CreateTransitGatewayVpcAttachment", "ec2:CreateVpnConnection", "directconnect:*", "ram:AcceptResourceShareInvitation"] },
  },
  { name: "business users start no servers", guardrails: ["business-users-only"], expectation: { ...EXCEPT, cannot: ["ec2:RunInstances", "iam:CreateRole", "lambda:CreateFunction"] } },
  { name: "nobody works in accounts out of use", guardrails: ["suspended-deny-all"], expectation: { ...EXCEPT, cannot: ["*"] } },
];
