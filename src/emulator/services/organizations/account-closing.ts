import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { findAccount } from "./accounts.ts";
import { ACCOUNT, required } from "./constraints.ts";
import { depart, refuseAdministrator } from "./departure.ts";
import { accountAlreadyClosed, conflict, constraintViolation } from "./errors.ts";
import { knownAccount } from "./known-accounts.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PendingWork } from "./pending.ts";
import { countPending, jitter, schedule } from "./pending.ts";
import type { OrganizationRecord } from "./state.ts";
import { accountsTable, allAccounts, closuresOf, knownAccountsTable } from "./state.ts";

const DAY = 86_400_000;

/** AWS says "a few minutes"; one to three, in milliseconds. */
const CLOSING_TIME = { least: 60_000, most: 180_000 };

/** The rolling window of the closing quota, in days. */
const QUOTA_WINDOW = 30;

/**
 * Accounts that may be closed in 30 days: the higher of 250 and 20 % of the member accounts, 1,000 at most.
 * Source: Organizations User Guide, "Quotas and service limits".
 */
export const closingQuota = (members: number): number => Math.min(1_000, Math.max(250, Math.floor(members / 5)));

const closeAccount = operation<{ AccountId: string }, object>({
  name: "CloseAccount",
  callers: "management",
  input: { AccountId: required(ACCOUNT) },
  errors: [
    "AccountAlreadyClosedException", "AccountNotFoundException", "ConflictException", "ConstraintViolationException.CANNOT_CLOSE_MANAGEMENT_ACCOUNT",
    "ConstraintViolationException.CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", "ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED",
    "ConstraintViolationException.CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED", "ConstraintViolationException.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
  ],
  quotas: [`${QUOTAS.concurrentCloseAccount} at once`, "the higher of 250 and 20 % of the members in 30 days, 1,000 at most"],
  run(call, input) {
    const { world, organization, now } = call;
    if (organization.featureSet !== "ALL") {
      throw constraintViolation("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "You can close an account only when all features are enabled.");
    }
    const account = findAccount(call, input.AccountId);
    if (account.id === organization.managementAccountId) {
      throw constraintViolation("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You can't close the management account.");
    }
    if (account.state === "CLOSED") throw accountAlreadyClosed();
    // Unconfirmed: the answer for accounts that are being closed, that AWS restricts or whose sign-up is incomplete.
    if (account.state !== "ACTIVE") throw conflict(`The account is in state ${account.state}.`);
    refuseAdministrator(world, account);
    refuseOverQuota(call);
    accountsTable(world).put(account.id, { ...account, state: "PENDING_CLOSURE" });
    closuresOf(world, organization.id).put(account.id, now);
    const slow = call.faults?.meet("slow-closing", "organizations:CloseAccount");
    const due = now + (slow === undefined ? jitter(world, CLOSING_TIME.least, CLOSING_TIME.most) : Number(slow) * 1000);
    schedule(world, { kind: "close-account", organizationId: organization.id, subject: account.id, due });
    return {};
  },
});

function refuseOverQuota({ world, organization, now }: OrganizationCall): void {
  if (countPending(world, organization.id, "close-account") >= QUOTAS.concurrentCloseAccount) {
    throw constraintViolation("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED", "You have exceeded the number of accounts that you can close at a time.");
  }
  const closures = closuresOf(world, organization.id);
  for (const id of closures.keys()) if ((closures.get(id) ?? 0) <= now - QUOTA_WINDOW * DAY) closures.delete(id);
  if (closures.size >= closingQuota(allAccounts(world, organization.id).size - 1)) {
    throw constraintViolation("CLOSE_ACCOUNT_QUOTA_EXCEEDED", "You have exceeded the close account quota for the past 30 days.");
  }
}

/** The account is closed; its 90 days begin. */
export function finishClosing(world: World, organization: OrganizationRecord, { subject, due }: PendingWork): void {
  const account = accountsTable(world).get(subject);
  if (account === undefined) return;
  accountsTable(world).put(account.id, { ...account, state: "CLOSED" });
  schedule(world, { kind: "clean-account", organizationId: organization.id, subject, due: due + QUOTAS.closedAccountDays * DAY });
}

/** The account is gone for good and leaves the organization; its e-mail address stays taken. */
export function finishCleaning(world: World, _organization: OrganizationRecord, { subject, due }: PendingWork): void {
  const account = accountsTable(world).get(subject);
  if (account === undefined) return;
  depart(world, account, due);
  knownAccountsTable(world).put(subject, { ...knownAccount(world, subject), goneAt: due });
}

export const accountClosingOperations = [closeAccount];
