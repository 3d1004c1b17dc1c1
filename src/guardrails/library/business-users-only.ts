import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

/**
 * What people need who share files and look at figures; everything else is for technologists. Backups of buckets are made
 * by a role of the account that listens to their events.
 * Source: AWS Managed Policy Reference, "AWSBackupServiceRolePolicyForS3Backup".
 */
const ALLOWED = [
  "athena:*", "backup:*", "backup-storage:*", "budgets:View*", "ce:Get*", "cloudwatch:Get*", "cloudwatch:List*", "events:DeleteRule",
  "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:List*", "events:PutRule", "events:PutTargets",
  "events:RemoveTargets", "events:TagResource", "events:UntagResource", "glue:BatchCreatePartition",
  "glue:BatchDeletePartition", "glue:BatchGet*", "glue:CreateDatabase", "glue:CreatePartition", "glue:CreateTable",
  "glue:DeleteDatabase", "glue:DeletePartition", "glue:DeleteTable", "glue:Get*", "glue:UpdateDatabase",
  "glue:UpdatePartition", "glue:UpdateTable", "health:*", "iam:Get*", "iam:List*", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
  "kms:GenerateDataKey*", "kms:ListAliases", "kms:ListKeys", "notifications:*", "quicksight:*", "s3:*", "servicequotas:Get*",
  "servicequotas:List*", "signin:*", "sts:*", "support:*", "tag:*",
];

export const businessUsersOnly: StatementGuardrail = {
  name: "business-users-only",
  title: "Accounts of business users hold files and reports: no servers, no networks, no identities",
  form: "scp",
  reason: "People who share a report with a partner do not know that a machine of theirs has to be patched. What they cannot start cannot go wrong.",
  source: '"Organizing Your AWS Environment Using Multiple Accounts", "Individual Business Users OU"',
  rows: [39],
  parameters: [{ name: "alsoActions", kind: "strings", form: "action", default: [], example: ["transfer:*"], description: "Further actions for business users." }],
  leaves: ["What they share: `deny-public-s3` keeps it from everybody, and a bucket that the platform team made keeps it to partners."],
  statements: (settings) => [
    { Sid: "FilesAndReportsOnly", Effect: "Deny", NotAction: [...new Set([...ALLOWED, ...textsOf(settings, "alsoActions")])], Resource: "*", Condition: unlessExempt(settings) },
  ],
  proof: [
    denied("nobody starts a machine", "ec2:RunInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/*`),
    denied("nor makes a role", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/app`),
    denied("nor a function", "lambda:CreateFunction", `arn:aws:lambda:eu-central-1:${MEMBER}:function:shop`),
    denied("nor a user with a key", "iam:CreateAccessKey", `arn:aws:iam::${MEMBER}:user/alice`, { principal: WHO.root }),
    works("a report is shared in a bucket", "s3:PutObject", "arn:aws:s3:::reports/partner/1.pdf", { principal: WHO.person }),
    works("and encrypted", "kms:GenerateDataKey", `arn:aws:kms:eu-central-1:${MEMBER}:key/1`, { principal: WHO.person }),
    works("figures are looked at", "quicksight:DescribeDashboard", `arn:aws:quicksight:eu-central-1:${MEMBER}:dashboard/1`, { principal: WHO.person }),
    works("and asked for", "athena:StartQueryExecution", `arn:aws:athena:eu-central-1:${MEMBER}:workgroup/primary`, { principal: WHO.person }),
    works("backups are made of it", "events:PutRule", `arn:aws:events:eu-central-1:${MEMBER}:rule/AwsBackupManagedRule1`, { principal: `arn:aws:iam::${MEMBER}:role/service-role/AWSBackupDefaultServiceRole` }),
    works("and put back", "backup:StartRestoreJob", undefined, { principal: WHO.person }),
    works("help is asked for", "support:CreateCase", undefined, { principal: WHO.person }),
    works("what is listed besides is used", "transfer:CreateServer", `arn:aws:transfer:eu-central-1:${MEMBER}:server/*`, { parameters: { alsoActions: ["transfer:*"] } }),
    works("the platform team makes a partner's bucket", "cloudformation:CreateStack", `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/partner/1`, { principal: WHO.stackSets }),
  ],
};
