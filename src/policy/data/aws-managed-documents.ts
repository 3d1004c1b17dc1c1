import type { PolicyStatement } from "../document.ts";

/** A policy that AWS owns, the same in every account. */
export interface NamedManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** The default version. */
  readonly version: string;
  /** When the first and the default version were made. */
  readonly created: string;
  readonly updated: string;
}

export interface KnownManagedPolicy extends NamedManagedPolicy {
  readonly statements: readonly PolicyStatement[];
}

/** AWS managed policies whose documents are short enough to be told exactly. Source: AWS Managed Policy Reference Guide; as of 2026-05. */
export const AWS_MANAGED_DOCUMENTS: readonly KnownManagedPolicy[] = [
  {
    name: "AdministratorAccess", path: "/", version: "v1", created: "2015-02-06T18:39:46Z", updated: "2015-02-06T18:39:46Z",
    statements: [
      { Effect: "Allow", Action: "*", Resource: "*" },
    ],
  },
  {
    name: "PowerUserAccess", path: "/", version: "v12", created: "2015-02-06T18:39:47Z", updated: "2026-02-12T17:59:14Z",
    statements: [
      { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
      { Effect: "Allow", Action: ["account:GetAccountInformation", "account:GetGovCloudAccountInformation", "account:GetPrimaryEmail", "account:ListRegions", "iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles", "organizations:DescribeEffectivePolicy", "organizations:DescribeOrganization"], Resource: "*" },
    ],
  },
  {
    name: "IAMFullAccess", path: "/", version: "v2", created: "2015-02-06T18:40:38Z", updated: "2019-06-21T19:40:00Z",
    statements: [
      { Effect: "Allow", Action: ["iam:*", "organizations:DescribeAccount", "organizations:DescribeOrganization", "organizations:DescribeOrganizationalUnit", "organizations:DescribePolicy", "organizations:ListChildren", "organizations:ListParents", "organizations:ListPoliciesForTarget", "organizations:ListRoots", "organizations:ListPolicies", "organizations:ListTargetsForPolicy"], Resource: "*" },
    ],
  },
  {
    name: "IAMReadOnlyAccess", path: "/", version: "v4", created: "2015-02-06T18:40:39Z", updated: "2018-01-25T19:11:27Z",
    statements: [
      { Effect: "Allow", Action: ["iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails", "iam:Get*", "iam:List*", "iam:SimulateCustomPolicy", "iam:SimulatePrincipalPolicy"], Resource: "*" },
    ],
  },
  {
    name: "IAMUserChangePassword", path: "/", version: "v5", created: "2016-11-15T00:25:16Z", updated: "2026-02-12T17:58:57Z",
    statements: [
      { Effect: "Allow", Action: ["iam:ChangePassword"], Resource: ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"] },
      { Effect: "Allow", Action: ["iam:GetAccountPasswordPolicy"], Resource: "*" },
    ],
  },
  {
    name: "AWSOrganizationsReadOnlyAccess", path: "/", version: "v6", created: "2018-11-06T20:32:38Z", updated: "2024-06-07T21:32:16Z",
    statements: [
      { Sid: "AWSOrganizationsReadOnly", Effect: "Allow", Action: ["organizations:Describe*", "organizations:List*"], Resource: "*" },
      { Sid: "AWSOrganizationsReadOnlyAccount", Effect: "Allow", Action: ["account:GetAlternateContact", "account:GetContactInformation", "account:ListRegions", "account:GetRegionOptStatus", "account:GetPrimaryEmail"], Resource: "*" },
    ],
  },
  {
    name: "AmazonS3FullAccess", path: "/", version: "v2", created: "2015-02-06T18:40:58Z", updated: "2021-09-27T20:16:37Z",
    statements: [
      { Effect: "Allow", Action: ["s3:*", "s3-object-lambda:*"], Resource: "*" },
    ],
  },
  {
    name: "AmazonS3ReadOnlyAccess", path: "/", version: "v3", created: "2015-02-06T18:40:59Z", updated: "2023-08-10T21:31:39Z",
    statements: [
      { Effect: "Allow", Action: ["s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"], Resource: "*" },
    ],
  },
  {
    name: "AmazonEC2FullAccess", path: "/", version: "v5", created: "2015-02-06T18:40:15Z", updated: "2018-11-27T02:16:56Z",
    statements: [
      { Effect: "Allow", Action: "ec2:*", Resource: "*" },
      { Effect: "Allow", Action: "elasticloadbalancing:*", Resource: "*" },
      { Effect: "Allow", Action: "cloudwatch:*", Resource: "*" },
      { Effect: "Allow", Action: "autoscaling:*", Resource: "*" },
      { Effect: "Allow", Action: "iam:CreateServiceLinkedRole", Resource: "*", Condition: { StringEquals: { "iam:AWSServiceName": ["autoscaling.amazonaws.com", "ec2scheduled.amazonaws.com", "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com", "spotfleet.amazonaws.com", "transitgateway.amazonaws.com"] } } },
    ],
  },
  {
    name: "AmazonEC2ReadOnlyAccess", path: "/", version: "v5", created: "2015-02-06T18:40:17Z", updated: "2026-02-12T18:03:17Z",
    statements: [
      { Effect: "Allow", Action: ["ec2:Describe*", "ec2:GetSecurityGroupsForVpc"], Resource: "*" },
      { Effect: "Allow", Action: "elasticloadbalancing:Describe*", Resource: "*" },
      { Effect: "Allow", Action: ["cloudwatch:ListMetrics", "cloudwatch:GetMetricStatistics", "cloudwatch:Describe*"], Resource: "*" },
      { Effect: "Allow", Action: "autoscaling:Describe*", Resource: "*" },
    ],
  },
  {
    name: "AWSCloudFormationFullAccess", path: "/", version: "v1", created: "2019-07-26T21:50:35Z", updated: "2019-07-26T21:50:35Z",
    statements: [
      { Effect: "Allow", Action: ["cloudformation:*"], Resource: "*" },
    ],
  },
  {
    name: "AWSCloudFormationReadOnlyAccess", path: "/", version: "v7", created: "2015-02-06T18:39:49Z", updated: "2026-02-12T18:02:00Z",
    statements: [
      { Effect: "Allow", Action: ["cloudformation:Describe*", "cloudformation:BatchDescribe*", "cloudformation:EstimateTemplateCost", "cloudformation:Get*", "cloudformation:List*", "cloudformation:ValidateTemplate", "cloudformation:Detect*"], Resource: "*" },
    ],
  },
  {
    name: "AWSSupportAccess", path: "/", version: "v4", created: "2015-02-06T18:41:11Z", updated: "2026-02-12T17:59:31Z",
    statements: [
      { Effect: "Allow", Action: ["support:*", "support-console:*"], Resource: "*" },
    ],
  },
  {
    name: "AWSDenyAll", path: "/", version: "v2", created: "2019-05-01T22:36:14Z", updated: "2023-12-18T16:42:05Z",
    statements: [
      { Sid: "DenyAll", Effect: "Deny", Action: ["*"], Resource: "*" },
    ],
  },
  {
    name: "AWSLambdaBasicExecutionRole", path: "/service-role/", version: "v1", created: "2015-04-09T15:03:43Z", updated: "2015-04-09T15:03:43Z",
    statements: [
      { Effect: "Allow", Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" },
    ],
  },
  {
    name: "AWSOrganizationsServiceTrustPolicy", path: "/aws-service-role/", version: "v3", created: "2017-10-10T23:04:07Z", updated: "2026-03-05T19:12:09Z",
    statements: [
      { Sid: "AllowDeletionOfServiceLinkedRoleForOrganizations", Effect: "Allow", Action: ["iam:DeleteRole"], Resource: ["arn:aws:iam::*:role/aws-service-role/organizations.amazonaws.com/*"] },
      { Sid: "AllowCreationOfServiceLinkedRoles", Effect: "Allow", Action: ["iam:CreateServiceLinkedRole"], Resource: "*" },
      { Sid: "ListRolesSLR", Effect: "Allow", Action: "iam:ListRoles", Resource: "arn:aws:iam::*:role/aws-service-role/*" },
    ],
  },
  {
    name: "IAMAuditRootUserCredentials", path: "/root-task/", version: "v1", created: "2024-11-06T22:27:58Z", updated: "2024-11-06T22:27:58Z",
    statements: [
      { Sid: "DenyAllOtherActionsOnAnyResource", Effect: "Deny", NotAction: ["iam:ListAccessKeys", "iam:ListSigningCertificates", "iam:GetLoginProfile", "iam:ListMFADevices", "iam:GetAccountSummary", "iam:GetUser", "iam:GetAccessKeyLastUsed"], Resource: "*" },
      { Sid: "DenyAuditingCredentialsOnNonRootUserResource", Effect: "Deny", Action: ["iam:ListAccessKeys", "iam:ListSigningCertificates", "iam:GetLoginProfile", "iam:ListMFADevices", "iam:GetUser", "iam:GetAccessKeyLastUsed"], NotResource: "arn:aws:iam::*:root" },
    ],
  },
  {
    name: "IAMCreateRootUserPassword", path: "/root-task/", version: "v1", created: "2024-11-06T22:32:59Z", updated: "2024-11-06T22:32:59Z",
    statements: [
      { Sid: "DenyAllOtherActionsOnAnyResource", Effect: "Deny", NotAction: ["iam:CreateLoginProfile", "iam:GetLoginProfile"], Resource: "*" },
      { Sid: "DenyCreatingPasswordOnNonRootUserResource", Effect: "Deny", Action: ["iam:CreateLoginProfile", "iam:GetLoginProfile"], NotResource: "arn:aws:iam::*:root" },
    ],
  },
  {
    name: "IAMDeleteRootUserCredentials", path: "/root-task/", version: "v1", created: "2024-11-06T22:47:58Z", updated: "2024-11-06T22:47:58Z",
    statements: [
      { Sid: "DenyAllOtherActionsOnAnyResource", Effect: "Deny", NotAction: ["iam:DeleteAccessKey", "iam:DeleteSigningCertificate", "iam:DeleteLoginProfile", "iam:DeactivateMFADevice", "iam:DeleteVirtualMFADevice", "iam:ListAccessKeys", "iam:ListSigningCertificates", "iam:GetLoginProfile", "iam:ListMFADevices", "iam:GetUser", "iam:GetAccessKeyLastUsed"], Resource: "*" },
      { Sid: "DenyDeletingRootUserCredentialsOnNonRootUserResource", Effect: "Deny", Action: ["iam:DeleteAccessKey", "iam:DeleteSigningCertificate", "iam:DeleteLoginProfile", "iam:DeactivateMFADevice", "iam:DeleteVirtualMFADevice", "iam:ListAccessKeys", "iam:ListSigningCertificates", "iam:GetLoginProfile", "iam:ListMFADevices", "iam:GetUser", "iam:GetAccessKeyLastUsed"], NotResource: "arn:aws:iam::*:root" },
    ],
  },
  {
    name: "S3UnlockBucketPolicy", path: "/root-task/", version: "v1", created: "2024-11-06T21:55:56Z", updated: "2024-11-06T21:55:56Z",
    statements: [
      { Sid: "DenyAllOtherActionsOnAnyResource", Effect: "Deny", NotAction: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy", "s3:GetBucketPolicy", "s3:ListAllMyBuckets"], Resource: "*" },
      { Sid: "DenyManagingBucketPolicyForNonRootCallers", Effect: "Deny", Action: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy", "s3:GetBucketPolicy", "s3:ListAllMyBuckets"], Resource: "*", Condition: { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } },
    ],
  },
  {
    name: "SQSUnlockQueuePolicy", path: "/root-task/", version: "v1", created: "2024-11-06T21:51:02Z", updated: "2024-11-06T21:51:02Z",
    statements: [
      { Sid: "DenyAllOtherActionsOnAnyResource", Effect: "Deny", NotAction: ["sqs:SetQueueAttributes", "sqs:GetQueueAttributes", "sqs:ListQueues", "sqs:GetQueueUrl"], Resource: "*" },
      { Sid: "DenyGettingQueueAttributesOnNonOwnQueue", Effect: "Deny", Action: ["sqs:GetQueueAttributes"], Resource: "arn:aws:sqs:*:*:*", Condition: { StringNotEqualsIfExists: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] } } },
      { Sid: "DenyActionsForNonRootUser", Effect: "Deny", Action: ["sqs:SetQueueAttributes", "sqs:GetQueueAttributes", "sqs:ListQueues", "sqs:GetQueueUrl"], Resource: "*", Condition: { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } },
    ],
  },
];
