import type { AccountCall } from "./operation.ts";
import { changeEmail, emailOwner, emailProblem } from "../organizations/index.ts";
import { conflict, invalid, notFound, tooManyRequests } from "./errors.ts";
import { operation } from "./operation.ts";
import { emailUpdatesTable } from "./state.ts";

const EMAIL = { required: true, min: 5, max: 64 };

/**
 * The code that AWS would send to the new address. No mail leaves the emulator, so that a rehearsal can know it:
 * the last six digits of the account's id.
 */
export const oneTimeCode = (accountId: string): string => accountId.slice(-6);

const getPrimaryEmail = operation<object, object>({
  name: "GetPrimaryEmail",
  members: true,
  input: {},
  errors: [],
  run: ({ account }) => ({ PrimaryEmail: account.email }),
});

function refuseTaken({ world, account }: AccountCall, email: string): void {
  const owner = emailOwner(world, email);
  if (owner !== undefined && owner !== account.id) throw conflict("The email address is already in use by another AWS account.");
}

/** Another start takes the place of the one before. Unconfirmed: that AWS takes the address the account has. */
const startPrimaryEmailUpdate = operation<{ PrimaryEmail: string }, object>({
  name: "StartPrimaryEmailUpdate",
  members: true,
  input: { PrimaryEmail: EMAIL },
  errors: ["ConflictException", "TooManyRequestsException", "ValidationException"],
  run(call, { PrimaryEmail: email }) {
    const problem = emailProblem(email);
    if (problem !== undefined) throw invalid("fieldValidationFailed", `The email address ${problem}.`);
    refuseTaken(call, email);
    refuseTooOften(call);
    emailUpdatesTable(call.world).put(call.account.id, { email, status: "PENDING", updatedAt: call.now, starts: recentStarts(call).concat(call.now) });
    return { Status: "PENDING" };
  },
});

/** Source: Account Management Reference Guide, "Quotas": three starts in 30 seconds. */
const STARTS = 3;
const WINDOW = 30_000;

const recentStarts = ({ world, account, now }: AccountCall): readonly number[] =>
  (emailUpdatesTable(world).get(account.id)?.starts ?? []).filter((at) => at > now - WINDOW);

function refuseTooOften(call: AccountCall): void {
  if (recentStarts(call).length >= STARTS) throw tooManyRequests("You have started too many updates of the primary email in too short a time.");
}

/**
 * The new address takes effect at once, and is shown by AWS Organizations too.
 * Unconfirmed: the error for a wrong code or address, how long a code is good, and that the old address is free then.
 */
const acceptPrimaryEmailUpdate = operation<{ PrimaryEmail: string; Otp: string }, object>({
  name: "AcceptPrimaryEmailUpdate",
  members: true,
  input: { PrimaryEmail: EMAIL, Otp: { required: true, pattern: /^[a-zA-Z0-9]{6}$/ } },
  errors: ["ConflictException", "ResourceNotFoundException", "ValidationException"],
  run(call, input) {
    const { world, account, now } = call;
    const update = emailUpdatesTable(world).get(account.id);
    if (update?.status !== "PENDING") throw notFound("There is no pending update of the primary email of this account.");
    if (input.PrimaryEmail !== update.email) throw invalid("fieldValidationFailed", "The email address is not the one of the pending update.");
    if (input.Otp !== oneTimeCode(account.id)) {
      throw invalid("fieldValidationFailed", "The one-time code is wrong. landfall's emulator sends no mail; the code is the last six digits of the account's id.");
    }
    refuseTaken(call, update.email);
    changeEmail(world, account.id, update.email);
    emailUpdatesTable(world).put(account.id, { ...update, status: "COMPLETED", updatedAt: now });
    return { Status: "ACCEPTED" };
  },
});

const getPrimaryEmailUpdateStatus = operation<object, object>({
  name: "GetPrimaryEmailUpdateStatus",
  members: true,
  input: {},
  errors: ["ResourceNotFoundException"],
  run({ world, account }) {
    const update = emailUpdatesTable(world).get(account.id);
    if (update === undefined) throw notFound("The primary email of this account was never updated.");
    return { Status: update.status, UpdatedAt: update.updatedAt };
  },
});

export const primaryEmailOperations = [getPrimaryEmail, startPrimaryEmailUpdate, acceptPrimaryEmailUpdate, getPrimaryEmailUpdateStatus];
