/** Per service, what reading begins with; a test holds that none of it changes anything. */
const BY_SERVICE: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer": ["Get", "List"], account: ["Get", "List"], acm: ["Describe", "Get", "List"], apigateway: ["GET"],
  "application-autoscaling": ["Describe"], athena: ["BatchGet", "GetQuery", "GetWorkGroup", "List"], autoscaling: ["Describe"],
  backup: ["Describe", "Get"], budgets: ["Describe", "View"], ce: ["Describe", "Get", "List"], cloudformation: ["Describe", "Get", "List"],
  cloudfront: ["Get", "List"], cloudtrail: ["Describe", "Get", "List", "LookupEvents"],
  cloudwatch: ["Describe", "Get", "List"], codebuild: ["BatchGet", "List"], codedeploy: ["BatchGet", "Get", "List"],
  codepipeline: ["GetPipeline", "List"], config: ["BatchGet", "Describe", "Get", "List", "Select"], dynamodb: ["Describe", "List"],
  ec2: ["Describe", "Get", "List", "Search"], ecr: ["BatchGet", "Describe", "Get", "List"], ecs: ["Describe", "Get", "List"],
  eks: ["Describe", "List"], elasticache: ["Describe", "List"], elasticfilesystem: ["Describe", "List"],
  elasticloadbalancing: ["Describe"], events: ["Describe", "List"], firehose: ["Describe", "List"], guardduty: ["Get", "List"],
  health: ["Describe"], iam: ["Generate", "Get", "List", "Simulate"], inspector2: ["BatchGet", "Get", "List"],
  kinesis: ["Describe", "List"], kms: ["Describe", "Get", "List"], lambda: ["Get", "List"],
  logs: ["Describe", "FilterLogEvents", "Get", "List"], notifications: ["Get", "List"], organizations: ["Describe", "List"],
  rds: ["Describe", "List"], "resource-groups": ["Get", "List"], route53: ["Get", "List"], s3: ["GetAcc", "GetBucket", "GetEnc", "GetLife", "List"],
  secretsmanager: ["Describe", "List"], securityhub: ["BatchGet", "Describe", "Get", "List"], servicequotas: ["Get", "List"],
  sns: ["Get", "List"], sqs: ["Get", "List"], ssm: ["Describe", "GetAutomation", "GetInventory", "List"], states: ["Describe", "List"],
  support: ["Describe"], tag: ["Get"], wafv2: ["Get", "List"], xray: ["BatchGet", "Get"],
};

/** Actions that begin to read by writing: a query is started before its answer is read. */
export const STARTS_READING: readonly string[] = [
  "cloudformation:DetectStackDrift", "cloudformation:DetectStackResourceDrift", "cloudtrail:StartQuery", "iam:GenerateCredentialReport",
  "iam:GenerateServiceLastAccessedDetails", "logs:StartLiveTail", "logs:StartQuery", "logs:StopQuery", "signin:Authenticate",
  "support:AddCommunicationToCase", "support:CreateCase",
];

/** What looks at how things are, without their data: no objects, items, secrets or parameters. */
export const READING_ACTIONS: readonly string[] = [
  ...Object.entries(BY_SERVICE).flatMap(([service, verbs]) => verbs.map((verb) => `${service}:${verb}*`)),
  ...STARTS_READING.filter((action) => !action.startsWith("iam:")),
  "sts:DecodeAuthorizationMessage", "sts:GetCallerIdentity",
];
