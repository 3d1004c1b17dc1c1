import type { PolicyTemplate } from "../blueprint.ts";
import { unlessFoundation } from "./principals.ts";

const PUBLIC_ACLS = ["authenticated-read", "public-read", "public-read-write"];

/**
 * A bucket's own public access block may be changed, because every CloudFormation stack that creates a bucket writes it;
 * the account's block, which overrules it, may not.
 * A key's deletion without a stated window waits 30 days, so only a shorter one is denied.
 */
export const protectProduction: PolicyTemplate = {
  name: "protect-production",
  type: "scp",
  description: "No long-lived credentials, nothing public, encryption stays on, keys are not lost quickly.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "NoLongLivedCredentials",
        Effect: "Deny",
        Action: [
          "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateAccessKey", "iam:CreateLoginProfile",
          "iam:CreateOpenIDConnectProvider", "iam:CreateSAMLProvider", "iam:CreateServiceSpecificCredential", "iam:CreateUser",
          "iam:UpdateLoginProfile", "iam:UpdateOpenIDConnectProviderThumbprint", "iam:UpdateSAMLProvider",
          "rolesanywhere:CreateTrustAnchor", "rolesanywhere:UpdateTrustAnchor",
        ],
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "NothingPublic",
        Effect: "Deny",
        Action: [
          "ec2:DisableImageBlockPublicAccess", "ec2:DisableSnapshotBlockPublicAccess", "ec2:DisableEbsEncryptionByDefault",
          "s3:PutAccountPublicAccessBlock",
        ],
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "NoPublicAcls",
        Effect: "Deny",
        Action: ["s3:CreateBucket", "s3:PutBucketAcl", "s3:PutObject", "s3:PutObjectAcl"],
        Resource: "*",
        Condition: { StringEquals: { "s3:x-amz-acl": PUBLIC_ACLS } },
      },
      {
        Sid: "KeysWaitThirtyDays",
        Effect: "Deny",
        Action: "kms:ScheduleKeyDeletion",
        Resource: "*",
        Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" }, ...unlessFoundation(answers) },
      },
    ],
  }),
};
