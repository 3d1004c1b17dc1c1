/**
 * Actions of services that answer from one place in the world, whatever Regions one uses. A Region allow-list has to
 * leave them alone, or sign-in, IAM, DNS, billing and support stop working.
 * Source: Control Tower Guide, "Deny access to AWS based on the requested AWS Region", copy of 2025-26. Added, as
 * billing, support, sign-in and the console got prefixes of their own since: bcm-*, cloudfront-keyvaluestore,
 * cost-optimization-hub, pricingplanmanager, purchase-orders, servicequotas, signin, support-console, supportauthz, uxc.
 * `kms:*` and `config:*` are in AWS's list, so keys and Config in other Regions are not stopped.
 */
export const GLOBAL_ACTIONS: readonly string[] = [
  "access-analyzer:*", "account:*", "acm:*", "activate:*", "artifact:*", "aws-marketplace:*",
  "aws-marketplace-management:*", "aws-portal:*", "bcm-dashboards:*", "bcm-data-exports:*", "bcm-pricing-calculator:*",
  "bcm-recommended-actions:*", "billing:*", "billingconductor:*", "budgets:*", "ce:*", "chatbot:*", "chime:*",
  "cloudfront:*", "cloudfront-keyvaluestore:*", "cloudtrail:LookupEvents", "compute-optimizer:*", "config:*",
  "consoleapp:*", "consolidatedbilling:*", "cost-optimization-hub:*", "cur:*", "devicefarm:*", "directconnect:*",
  "ec2:DescribeRegions", "ec2:DescribeTransitGateways", "ec2:DescribeVpnGateways", "ecr-public:*", "fms:*", "freetier:*",
  "globalaccelerator:*", "health:*", "iam:*", "importexport:*", "invoicing:*", "iq:*", "kms:*",
  "license-manager:ListReceivedLicenses", "lightsail:Get*", "networkmanager:*", "notifications:*",
  "notifications-contacts:*", "organizations:*", "payments:*", "pricing:*", "pricingplanmanager:*", "purchase-orders:*",
  "quicksight:DescribeAccountSubscription", "resource-explorer-2:*", "route53:*", "route53-recovery-cluster:*",
  "route53-recovery-control-config:*", "route53-recovery-readiness:*", "route53domains:*",
  "s3:CreateMultiRegionAccessPoint", "s3:DeleteMultiRegionAccessPoint", "s3:DescribeMultiRegionAccessPointOperation",
  "s3:GetAccountPublicAccessBlock", "s3:GetBucketLocation", "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock",
  "s3:GetMultiRegionAccessPoint*", "s3:GetStorageLens*", "s3:ListAllMyBuckets", "s3:ListMultiRegionAccessPoints",
  "s3:ListStorageLens*", "s3:PutAccountPublicAccessBlock", "s3:PutMultiRegionAccessPointPolicy", "savingsplans:*",
  "servicequotas:*", "shield:*", "signin:*", "sso:*", "sts:*", "support:*", "support-console:*", "supportapp:*",
  "supportauthz:*", "supportplans:*", "sustainability:*", "tag:GetResources", "tax:*", "trustedadvisor:*", "uxc:*",
  "vendor-insights:ListEntitledSecurityProfiles", "waf:*", "waf-regional:*", "wafv2:*",
];
