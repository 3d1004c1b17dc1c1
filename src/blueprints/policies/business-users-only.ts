import type { PolicyTemplate } from "../blueprint.ts";
import { unlessFoundation } from "./principals.ts";

/** What people need who share files and look at figures; everything else is for technologists. */
const ALLOWED = [
  "athena:*", "budgets:View*", "ce:Get*", "cloudwatch:Get*", "cloudwatch:List*", "glue:BatchCreatePartition",
  "glue:BatchDeletePartition", "glue:BatchGet*", "glue:CreateDatabase", "glue:CreatePartition", "glue:CreateTable",
  "glue:DeleteDatabase", "glue:DeletePartition", "glue:DeleteTable", "glue:Get*", "glue:UpdateDatabase",
  "glue:UpdatePartition", "glue:UpdateTable", "health:*", "iam:Get*", "iam:List*", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
  "kms:GenerateDataKey*", "kms:ListAliases", "kms:ListKeys", "notifications:*", "quicksight:*", "s3:*", "servicequotas:Get*",
  "servicequotas:List*", "signin:*", "sts:*", "support:*", "tag:*",
];

export const businessUsersOnly: PolicyTemplate = {
  name: "business-users-only",
  type: "scp",
  description: "Accounts of business users hold files and reports: no servers, no networks, no identities.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      { Sid: "FilesAndReportsOnly", Effect: "Deny", NotAction: ALLOWED, Resource: "*", Condition: unlessFoundation(answers) },
    ],
  }),
};
