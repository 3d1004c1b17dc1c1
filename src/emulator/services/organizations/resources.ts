import type { World } from "../../world.ts";
import { arnOf, policyArn } from "./arns.ts";
import { managedPolicy } from "./managed-policies.ts";
import { findNode } from "./nodes.ts";
import type { OrganizationRecord } from "./state.ts";
import { policiesTable, resourcePoliciesTable } from "./state.ts";
import { transfersTable } from "./transfers/state.ts";

/** A policy that an organization can use: its own or one of AWS's. */
export function usablePolicy(world: World, organization: OrganizationRecord, id: string): { readonly id: string; readonly type: string } | undefined {
  const own = policiesTable(world).get(id);
  return own?.organizationId === organization.id ? own : managedPolicy(id);
}

/** The ARN of whatever an organization has under this id: a root, OU, account, policy, its delegation policy or a transfer to it. */
export function arnOfId(world: World, organization: OrganizationRecord, id: string): string | undefined {
  const node = findNode(world, organization, id);
  if (node !== undefined) return node.arn;
  const policy = usablePolicy(world, organization, id);
  if (policy !== undefined) return policyArn(organization, policy);
  if (resourcePoliciesTable(world).get(organization.id)?.id === id) return arnOf(organization, "resourcepolicy", id);
  const transfer = transfersTable(world).get(id);
  return transfer?.targetOrganizationId === organization.id ? arnOf(organization, "transfer", "billing", "inbound", id) : undefined;
}
