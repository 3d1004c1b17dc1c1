/**
 * Services that a list of allowed ones has to leave alone: identity and sign-in, the organization, bills and support,
 * what records and watches, keys, and what rolls baselines out.
 */
export const NEVER_CUT_OFF: readonly string[] = [
  "access-analyzer", "account", "artifact", "aws-portal", "backup", "backup-storage", "bcm-data-exports", "bcm-recommended-actions",
  "billing", "budgets", "ce", "cloudformation", "cloudtrail", "cloudwatch", "config", "consoleapp", "consolidatedbilling", "cost-optimization-hub", "cur", "detective", "freetier", "guardduty", "health", "iam",
  "identitystore", "inspector2", "invoicing", "kms", "logs", "macie2", "notifications", "notifications-contacts", "organizations",
  "payments", "pricing", "purchase-orders", "ram", "resource-explorer-2", "resource-groups", "securityhub", "servicequotas", "signin", "sso",
  "ssm", "ssmmessages", "ec2messages", "sts", "support", "support-console", "supportauthz", "supportplans", "tag", "tax", "trustedadvisor", "uxc",
];

/** Services that do not work without another: what else is allowed with each. */
export const COMES_WITH: Readonly<Record<string, readonly string[]>> = {
  batch: ["ecs"],
  dynamodb: ["application-autoscaling", "dax"],
  ec2: ["autoscaling", "ebs", "ec2-instance-connect", "elasticloadbalancing"],
  ecs: ["application-autoscaling", "ecr", "servicediscovery"],
  eks: ["ecr", "eks-auth"],
  lambda: ["ecr"],
  rds: ["rds-data", "rds-db", "pi"],
  s3: ["s3-object-lambda"],
};
