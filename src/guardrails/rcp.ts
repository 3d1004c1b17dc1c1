import type { ConditionBlock } from "../policy/index.ts";

/** The organization that owns the resource: AWS fills it in, so that a policy needs no id. */
export const OWNERS_ORGANIZATION = "${aws:ResourceOrgID}";

/**
 * Where AWS does not know who owns a resource, the statement does not hold: an unknown owner would lock out the owner
 * as well. Source: S3 User Guide, presigned URL guardrails, and IAM User Guide, "aws:ResourceOrgID".
 */
export const OWNER_KNOWN: ConditionBlock[string] = { "aws:ResourceOrgID": "false" };

/** Services that hold data, secrets or ways in and that resource control policies reach. */
export const DATA_SERVICES: readonly string[] = ["codeartifact", "dsql", "dynamodb", "ecr", "kms", "logs", "s3", "secretsmanager", "sqs"];

export const actionsOf = (services: readonly string[]): readonly string[] => services.map((service) => `${service}:*`);
