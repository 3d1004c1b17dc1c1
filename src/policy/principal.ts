/**
 * Whether a role is service-linked, by its ARN: the path `aws-service-role/` is AWS's own. A session's ARN has no path; for
 * a role of which only the name is known, the reserved beginning of the name tells (open question
 * session-without-issuer-path).
 * Source: IAM User Guide, "Service-linked roles".
 */
export const isServiceLinkedRole = (roleArn: string): boolean => SERVICE_LINKED.test(roleArn);

const SERVICE_LINKED = /^arn:[^:]*:iam:[^:]*:[^:]*:role\/(?:aws-service-role\/|AWSServiceRoleFor)/;
