import type { Principal } from "../request/request.ts";

const SERVICE_LINKED_PATH = "aws-service-role/";
const SERVICE_LINKED_NAME = "AWSServiceRoleFor";

/** The account that a principal belongs to; services, federated and anonymous callers belong to none. */
export const accountOf = (principal: Principal): string | undefined => ("accountId" in principal ? principal.accountId : undefined);

/**
 * Whether a role is service-linked: its path says so. Where the path is not known, the reserved beginning of the name
 * does (open question session-without-issuer-path).
 * Source: IAM User Guide, "Create a service-linked role".
 */
export function isServiceLinkedRoleArn(arn: string): boolean {
  const [prefix, , service, , , resource = ""] = arn.split(":");
  if (prefix !== "arn" || service !== "iam" || !resource.startsWith("role/")) return false;
  const name = resource.slice("role/".length);
  return name.startsWith(SERVICE_LINKED_PATH) || name.startsWith(SERVICE_LINKED_NAME);
}

export const isServiceLinkedRole = (principal: Principal): boolean => principal.type === "role-session" && isServiceLinkedRoleArn(principal.roleArn);

/** The root user, and the session that it federates, start with every permission; nothing can be attached to it. */
export function actsForRootUser(principal: Principal): boolean {
  if (principal.type === "root") return true;
  return principal.type === "federated-user" && isAccountPrincipal(principal.issuerArn, principal.accountId);
}

/**
 * Whether an entry of a Principal element names an account: "you can use the account ARN (arn:aws:iam::account-ID:root), or
 * a shortened form that consists of the account ID". Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function isAccountPrincipal(entry: string, accountId: string): boolean {
  const [arn, , service, region, account, resource, ...more] = entry.split(":");
  return entry === accountId || (arn === "arn" && service === "iam" && region === "" && account === accountId && resource === "root" && more.length === 0);
}
