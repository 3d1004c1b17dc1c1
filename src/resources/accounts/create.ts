import type { CreateAccountStatus } from "@aws-sdk/client-organizations";
import { type Aws, awsErrorReason, isLostAnswer } from "../../aws/index.ts";
import { LandfallError } from "../../diagnostics/index.ts";
import { ROOT } from "../../ids/index.ts";
import type { AccountItem } from "../../inventory/index.ts";
import type { ChangeScope } from "../../plan/index.ts";
import { tagList } from "../tags.ts";
import { creations } from "./creations.ts";
import { type Begun, watchOf } from "./watch.ts";

/** Pause before asking again for what AWS did not take yet. */
const POLL_MILLIS = 5_000;
/** How far AWS's clock may be from ours. */
const CLOCK_LEEWAY_MILLIS = 60_000;

/**
 * Creates an account and waits until AWS has done so. A creation of the same name that is in flight, left by a run
 * that was stopped, is waited for instead.
 * @throws LandfallError LF5002 with AWS's reason when the creation fails.
 */
export async function create(aws: Aws, account: AccountItem, scope: ChangeScope): Promise<string> {
  const { emit, signal, idOf } = scope;
  const watch = watchOf(aws);
  const running = scope.creationsInFlight.find(({ accountName }) => accountName === account.name);
  const begun = running === undefined ? await watch.while(request(aws, account, signal)) : { Id: running.requestId, State: "IN_PROGRESS" as const };
  emit({ name: "change.progress", address: account.address, text: "AWS is creating the account" });
  const status = begun.State === "IN_PROGRESS" ? await watch.outcome(asBegun(begun, account, idOf(ROOT)), signal) : begun;
  if (status.State === "SUCCEEDED" && status.AccountId !== undefined) return status.AccountId;
  throw failed(account, status.FailureReason ?? "UNKNOWN");
}

const asBegun = ({ Id = "", RequestedTimestamp }: CreateAccountStatus, { email }: AccountItem, rootId: string): Begun => ({ requestId: Id, email, requestedAt: RequestedTimestamp?.getTime(), rootId });

async function request(aws: Aws, account: AccountItem, signal: AbortSignal): Promise<CreateAccountStatus> {
  const organizations = await aws.organizations();
  const start = aws.clock.now();
  for (;;) {
    try {
      const answer = await organizations.createAccount({ AccountName: account.name, Email: account.email, Tags: tagList(account.tags) });
      return answer.CreateAccountStatus ?? {};
    } catch (error) {
      const reason = awsErrorReason(error);
      if (reason === "ACCOUNT_NUMBER_LIMIT_EXCEEDED") throw failed(account, reason);
      // Five creations may run at once, those of other tools included: AWS says to wait.
      const wait = reason === "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED";
      const begun = wait ? undefined : await begunAnyway(aws, account, start, signal, error);
      if (begun !== undefined) return begun;
      await aws.clock.sleep(POLL_MILLIS, signal);
    }
  }
}

/**
 * CreateAccount takes no token that would make it safe to repeat. When its answer was lost, AWS's own list says
 * whether it was heard; when it was not, the error stands, and the next run decides by the e-mail address.
 */
async function begunAnyway(aws: Aws, account: AccountItem, since: number, signal: AbortSignal, error: unknown): Promise<CreateAccountStatus> {
  if (!isLostAnswer(error)) throw error;
  await aws.clock.sleep(2 * POLL_MILLIS, signal);
  const all = await creations(aws, ["IN_PROGRESS", "SUCCEEDED"]);
  const begun = all.find(({ AccountName, RequestedTimestamp }) => AccountName === account.name && (RequestedTimestamp?.getTime() ?? 0) >= since - CLOCK_LEEWAY_MILLIS);
  if (begun === undefined) throw error;
  return begun;
}

const FIXES: Readonly<Record<string, string>> = {
  EMAIL_ALREADY_EXISTS: "Choose another e-mail address: AWS never lets one be used twice, not even that of a closed account.",
  INVALID_EMAIL: "Correct the e-mail address: 6 to 64 characters, one @.",
  CONCURRENT_ACCOUNT_MODIFICATION: "Run the command again.",
  INTERNAL_FAILURE: "Run the command again; if it stays, ask AWS Support.",
};

const failed = (account: AccountItem, reason: string): LandfallError =>
  new LandfallError({
    code: "LF5002",
    severity: "error",
    summary: `AWS could not create account "${account.name}" (${account.email}): ${reason}.`,
    fix: FIXES[reason] ?? "See the reason in AWS's documentation of CreateAccountStatus.",
    address: account.address,
  });
