/**
 * Whether a role is service-linked, by its ARN: the path `aws-service-role/` is AWS's own. A session's ARN has no path; for
 * a role of which only the name is known, the reserved beginning of the name tells (open question
 * session-without-issuer-path).
 * Source: IAM User Guide, "Service-linked roles".
 */
export function isServiceLinkedRole(roleArn: string): boolean {
  return roleArn.includes(":role/aws-service-role/") || roleArn.includes(":role/AWSServiceRoleFor");
}
