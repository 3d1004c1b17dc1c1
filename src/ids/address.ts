/**
 * An address is the stable name of a thing, the same in the organization file, in a plan and on every screen:
 *
 *     organization
 *     root
 *     ou:Workloads/Prod
 *     account:log-archive
 *     trusted-access:cloudtrail.amazonaws.com
 *     delegated-administrator:guardduty.amazonaws.com>account:security-tooling
 *     root-access:RootSessions
 *     delegation-policy
 *     contact:security>account:log-archive
 *     policy-type:scp
 *     policy:scp/deny-leave-organization
 *     attachment:scp/deny-leave-organization>ou:Workloads
 *
 * OUs are named by their path of names, accounts by their key in the file, policies by type and name.
 */
export type Address = string & { readonly __address?: never };

/** The organization policy types that decide what is allowed. */
export type AuthorizationPolicyKind = "scp" | "rcp";

/** All organization policy types, in the short form used in the file and in addresses. */
export type PolicyKind =
  | AuthorizationPolicyKind
  | "tag" | "backup" | "ai-opt-out" | "chat" | "ec2" | "security-hub" | "inspector" | "upgrade-rollout" | "bedrock" | "s3"
  | "network-security-director" | "guardduty";

export const ORGANIZATION: Address = "organization";
export const ROOT: Address = "root";
/** There is one at most: the policy on the organization itself. */
export const DELEGATION_POLICY: Address = "delegation-policy";

export const ouAddress = (path: readonly string[]): Address => (path.length === 0 ? ROOT : `ou:${path.map(escapeSegment).join("/")}`);
export const accountAddress = (key: string): Address => `account:${key}`;
export const trustedAccessAddress = (service: string): Address => `trusted-access:${service}`;
export const delegatedAdministratorAddress = (service: string, account: Address): Address => `delegated-administrator:${service}>${account}`;
export const rootAccessAddress = (feature: string): Address => `root-access:${feature}`;
export const contactAddress = (type: string, account: Address): Address => `contact:${type}>${account}`;
export const policyTypeAddress = (kind: PolicyKind): Address => `policy-type:${kind}`;
export const policyAddress = (kind: PolicyKind, name: string): Address => `policy:${kind}/${name}`;
export const attachmentAddress = (policy: Address, target: Address): Address =>
  `attachment:${policy.slice("policy:".length)}>${target}`;

/** The kind of thing an address names: the text before its first colon. */
export const kindOfAddress = (address: Address): string => address.split(":", 1)[0] ?? address;

/** The name part of an address: what follows the kind. */
export const nameOfAddress = (address: Address): string => address.slice(address.indexOf(":") + 1);

/** An OU's name may hold a slash; in a path it is written as `%2F`, and `%` as `%25`. */
const escapeSegment = (name: string): string => name.replaceAll("%", "%25").replaceAll("/", "%2F");
const unescapeSegment = (segment: string): string => segment.replaceAll("%2F", "/").replaceAll("%25", "%");

/** The names on the way from the root to an OU; empty for the root itself. */
export function ouPath(address: Address): string[] {
  return address === ROOT ? [] : nameOfAddress(address).split("/").map(unescapeSegment);
}

/** The address one level up; undefined for the root. */
export function parentOu(address: Address): Address | undefined {
  return address === ROOT ? undefined : ouAddress(ouPath(address).slice(0, -1));
}
