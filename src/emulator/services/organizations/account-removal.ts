import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import { findAccount } from "./accounts.ts";
import { ACCOUNT, required } from "./constraints.ts";
import { depart, refuseToDepart } from "./departure.ts";
import { constraintViolation, managementCannotLeave } from "./errors.ts";
import { knownAccount } from "./known-accounts.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { KnownAccount } from "./state.ts";

/** What a created account lacks before it can stand alone. Unconfirmed: the order in which AWS asks. */
const STEPS: readonly (readonly [keyof KnownAccount["standalone"], string, string])[] = [
  ["agreement", "ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA", "The member account must accept the AWS customer agreement before it can leave the organization."],
  ["phone", "ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION", "The member account must complete phone verification before it can leave the organization."],
  ["payment", "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED", "The member account must be configured with a valid payment method, such as a credit card."],
];

/** Makes a member a standalone account. */
function standAlone(call: OrganizationCall, accountId: string): object {
  const account = findAccount(call, accountId);
  if (account.id === call.organization.managementAccountId) throw managementCannotLeave();
  refuseToDepart(call.world, account, call.now);
  const { standalone } = knownAccount(call.world, account.id);
  const missing = STEPS.find(([step]) => !standalone[step]);
  if (missing !== undefined) throw constraintViolation(missing[1], missing[2]);
  depart(call.world, account, call.now);
  return {};
}

const removeAccountFromOrganization = operation<{ AccountId: string }, object>({
  name: "RemoveAccountFromOrganization",
  callers: "management",
  input: { AccountId: required(ACCOUNT) },
  errors: [
    "AccountNotFoundException", "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_ORGANIZATION",
    "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA", "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION",
    "ConstraintViolationException.CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", "ConstraintViolationException.MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED",
    "ConstraintViolationException.WAIT_PERIOD_ACTIVE", "MasterCannotLeaveOrganizationException",
  ],
  quotas: [`${QUOTAS.minimumAgeToRemoveDays} days after creation`],
  run: (call, input) => standAlone(call, input.AccountId),
});

const leaveOrganization = operation<object, object>({
  name: "LeaveOrganization",
  callers: "member",
  input: {},
  errors: [
    "AccountNotFoundException", "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_ORGANIZATION",
    "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA", "ConstraintViolationException.CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG",
    "ConstraintViolationException.WAIT_PERIOD_ACTIVE", "MasterCannotLeaveOrganizationException",
  ],
  quotas: [`${QUOTAS.minimumAgeToRemoveDays} days after creation`],
  run: (call) => standAlone(call, call.principal.accountId),
});

export const accountRemovalOperations = [removeAccountFromOrganization, leaveOrganization];
