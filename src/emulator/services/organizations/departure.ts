import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { constraintViolation } from "./errors.ts";
import { excuse } from "./handshakes/approvals.ts";
import { knownAccount } from "./known-accounts.ts";
import { leaveOrganization } from "./members.ts";
import type { AccountRecord } from "./state.ts";
import { delegatedAdministratorsOf } from "./state.ts";

const DAY = 86_400_000;

/** Refuses an account that administers a service: it cannot leave, move away or be closed before it is deregistered. */
export function refuseAdministrator(world: World, account: AccountRecord): void {
  if (!delegatedAdministratorsOf(world, account.organizationId).has(account.id)) return;
  throw constraintViolation("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", "You must first deregister this account as a delegated administrator.");
}

/**
 * Refuses what keeps a member in its organization, wherever it wants to go.
 * Unconfirmed: the reason AWS gives for an account that is not active, and the order of the checks.
 */
export function refuseToDepart(world: World, account: AccountRecord, now: number): void {
  if (account.state !== "ACTIVE") {
    throw constraintViolation("ACCOUNT_CANNOT_LEAVE_ORGANIZATION", `An account in state ${account.state} can't leave its organization.`);
  }
  refuseAdministrator(world, account);
  if (account.joinedMethod === "CREATED" && now - knownAccount(world, account.id).createdAt < QUOTAS.minimumAgeToRemoveDays * DAY) {
    throw constraintViolation("WAIT_PERIOD_ACTIVE", "You must wait at least four days after the account was created before it can leave its organization.");
  }
}

/** Takes an account out of its organization, and out of what the organization waits for. */
export function depart(world: World, account: AccountRecord, now: number): void {
  leaveOrganization(world, account);
  excuse(world, account.organizationId, account.id, now);
}
