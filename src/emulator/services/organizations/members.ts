import type { World } from "../../world.ts";
import { detachEverything } from "./attached.ts";
import { setMembership } from "./known-accounts.ts";
import type { AccountRecord } from "./state.ts";
import { accountsOf, accountsTable, allAccounts, nextRow, tagsTable } from "./state.ts";

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
