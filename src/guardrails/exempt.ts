import type { Partition } from "../ids/index.ts";
import type { ConditionBlock } from "../policy/index.ts";

/**
 * Role names that keep the organization running. `protect-org-roles` sees to it that nobody inside an account can make,
 * change or pass one. Service-linked roles need no exemption: SCPs do not bind them.
 * Source: Organizations User Guide, "Service control policies", "Tasks and entities not restricted by SCPs".
 */
export const FOUNDATION_ROLES: readonly string[] = [
  // landfall's own roles inside accounts, the security team's read-only role among them.
  "landfall-*",
  // What CloudFormation's service-managed StackSets act as.
  "stacksets-exec-*",
  // The management account's way into an account it created; AWS makes it with the account.
  "OrganizationAccountAccessRole",
  // Control Tower's way into the accounts it governs.
  "AWSControlTowerExecution",
];

/**
 * The roles that guardrails let through, as ARN patterns: the foundation's, and those that the organization file names,
 * by name with its path (`break-glass`, `platform/deploy-*`) or by ARN.
 */
export const exemptArns = (partition: Partition, named: readonly string[] = []): readonly string[] =>
  [...new Set([...FOUNDATION_ROLES, ...named])].map((name) => (name.startsWith("arn:") ? name : `arn:${partition}:iam::*:role/${name}`));

/**
 * The condition that lets those roles through, by name and never by tag: whoever may tag a role could let it through.
 * Only for SCPs: the name of a role says nothing in an RCP, which also meets callers of foreign accounts.
 */
export const unlessExempt = ({ exempt }: { readonly exempt: readonly string[] }): ConditionBlock => ({
  ArnNotLike: { "aws:PrincipalArn": exempt },
});
