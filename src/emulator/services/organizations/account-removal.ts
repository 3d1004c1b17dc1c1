import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import { findAccount } from "./accounts.ts";
import { ACCOUNT, required } from "./constraints.ts";
import { constraintViolation, managementCannotLeave } from "./errors.ts";
import { knownAccount } from "./known-accounts.ts";
import { leaveOrganization } from "./members.ts";
import { operation } from "./operation.ts";
import type { AccountRecord, KnownAccount } from "./state.ts";

const DAY = 86_400_000;

/** What a created account lacks before it can stand alone. Unconfirmed: the order in which AWS asks. */
const STEPS: readonly (readonly [keyof KnownAccount["standalone"], string, string])[] = [
  ["agreement", "ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA", "The member account must accept the AWS customer agreement before it can leave the organization."],
  ["phone", "ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION", "The member account must complete phone verification before it can leave the organization."],
  ["payment", "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED", "The member account must be configured with a valid payment method, such as a credit card."],
];

const removeAccountFromOrganization = operation<{ AccountId: string }, object>({
  name: "RemoveAccountFromOrganization",
  callers: "management",
  input: { AccountId: required(ACCOUNT) },
  run(call, input) {
    const account = findAccount(call, input.AccountId);
    if (account.id === call.organization.managementAccountId) throw managementCannotLeave();
    refuseToLeave(account, knownAccount(call.world, account.id), call.now);
    leaveOrganization(call.world, account);
    return {};
  },
});

/** Unconfirmed: the reason AWS gives for an account that is closed or being closed. */
function refuseToLeave(account: AccountRecord, { standalone, createdAt }: KnownAccount, now: number): void {
  if (account.state === "PENDING_CLOSURE" || account.state === "CLOSED") {
    throw constraintViolation("ACCOUNT_CANNOT_LEAVE_ORGANIZATION", `An account in state ${account.state} can't leave its organization.`);
  }
  if (account.joinedMethod === "CREATED" && now - createdAt < QUOTAS.minimumAgeToRemoveDays * DAY) {
    throw constraintViolation("WAIT_PERIOD_ACTIVE", "You must wait at least four days after the account was created before you can remove it.");
  }
  const missing = STEPS.find(([step]) => !standalone[step]);
  if (missing !== undefined) throw constraintViolation(missing[1], missing[2]);
}

export const accountRemovalOperations = [removeAccountFromOrganization];
