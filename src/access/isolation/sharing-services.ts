/**
 * Prefixes of services whose resources have policies that can let other accounts in; roles are looked at by themselves.
 * Source: IAM User Guide, "AWS services that work with IAM", column "Resource-based policies".
 * Unconfirmed: whether AWS has given more services such policies since.
 */
export const SHARING_SERVICES: readonly string[] = [
  "acm-pca", "backup", "codeartifact", "codebuild", "dynamodb", "ecr", "elasticfilesystem", "es", "events", "execute-api", "glacier", "glue", "kinesis", "kms",
  "lambda", "lex", "logs", "mediastore", "s3", "s3-outposts", "schemas", "secretsmanager", "serverlessrepo", "ses", "signer", "sns", "sqs",
];

/** Ways into an account that no policy of a resource tells of, for people. */
export const OTHER_SHARING = "object ACLs, KMS grants, resource shares (RAM), shared images and snapshots, peered networks";
