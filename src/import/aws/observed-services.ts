import { type Address, trustedAccessAddress } from "../../ids/index.ts";
import { MANAGEMENT_ACCOUNT, type Observation } from "../../inventory/index.ts";
import { ACCOUNT_MANAGEMENT, IAM_ROOT_ACCESS, policyTypeFacts } from "../../limits/index.ts";
import type { Policy, RootAccess } from "../../organization/index.ts";

/** The accounts that administer each service; of a service without trusted access none, as writing them down would enable it. */
export function delegationsOf({ items }: Observation, keyOf: ReadonlyMap<Address, string>): Map<string, string[]> {
  const delegations = new Map<string, string[]>();
  for (const { item } of items.values()) {
    if (item.kind !== "delegated-administrator" || !items.has(trustedAccessAddress(item.service))) continue;
    const key = keyOf.get(item.account);
    if (key === undefined) throw new TypeError(`${item.address} is of an account that was not read`);
    delegations.set(item.service, [...(delegations.get(item.service) ?? []), key]);
  }
  return new Map([...delegations].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The services with trusted access, without those that a delegation, a policy type or a contact brings along. */
export function trustedAccessOf({ items }: Observation, delegations: ReadonlyMap<string, unknown>, policies: Iterable<Policy>): string[] {
  const needed = new Set<string | undefined>(Array.from(policies, ({ type }) => policyTypeFacts(type).trustedAccess));
  const hasContacts = Array.from(items.values()).some(({ item }) => item.kind === "contact" && item.contact !== undefined && item.account !== MANAGEMENT_ACCOUNT);
  if (hasContacts) needed.add(ACCOUNT_MANAGEMENT);
  if (Array.from(items.values()).some(({ item }) => item.kind === "root-access")) needed.add(IAM_ROOT_ACCESS);
  const services = Array.from(items.values()).flatMap(({ item, owner }) => (item.kind === "trusted-access" && owner !== "control-tower" ? [item.service] : []));
  return services.filter((service) => !delegations.has(service) && !needed.has(service)).toSorted();
}

export const rootAccessOf = ({ items }: Observation): RootAccess[] => Array.from(items.values()).flatMap(({ item }) => (item.kind === "root-access" ? [item.feature] : []));
