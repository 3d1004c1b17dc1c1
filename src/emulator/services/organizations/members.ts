import type { World } from "../../world.ts";
import { setMembership } from "./known-accounts.ts";
import type { AccountRecord } from "./state.ts";
import { accountsOf, accountsTable, allAccounts, attachmentsTable, nextRow, tagsTable, targetsOf } from "./state.ts";

/** Puts an account under its parent. */
export function enterOrganization(world: World, account: AccountRecord): void {
  accountsTable(world).put(account.id, account);
  allAccounts(world, account.organizationId).put(account.id, nextRow(world));
  accountsOf(world, account.parentId).put(account.id, nextRow(world));
  setMembership(world, account.id, account.organizationId);
}

/** Takes an account out with all that hangs on it as a member: tags and attachments. */
export function leaveOrganization(world: World, account: AccountRecord): void {
  detachEverything(world, account.organizationId, account.id);
  tagsTable(world).delete(account.id);
  accountsOf(world, account.parentId).delete(account.id);
  allAccounts(world, account.organizationId).delete(account.id);
  accountsTable(world).delete(account.id);
  setMembership(world, account.id, undefined);
}

/** Forgets every attachment of a target that goes away. */
export function detachEverything(world: World, organizationId: string, targetId: string): void {
  for (const policies of Object.values(attachmentsTable(world).get(targetId) ?? {})) {
    for (const policyId of policies) targetsOf(world, organizationId, policyId).delete(targetId);
  }
  attachmentsTable(world).delete(targetId);
}
