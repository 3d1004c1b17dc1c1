import type { Aws } from "../../aws/index.ts";
import { awsErrorName } from "../../aws/index.ts";
import type { ChangeScope } from "../../plan/index.ts";
import { stateOf } from "./state.ts";

const POLL_MILLIS = 10_000;

/** Closes an account and waits until AWS says it is closed. From then AWS keeps it for 90 days. */
export async function close(aws: Aws, { change, signal, emit }: ChangeScope): Promise<void> {
  const AccountId = change.observed?.id;
  const organizations = await aws.organizations();
  try {
    await organizations.closeAccount({ AccountId });
  } catch (error) {
    if (awsErrorName(error) !== "AccountAlreadyClosedException") throw error;
  }
  emit({ name: "change.progress", address: change.address, text: "AWS is closing the account" });
  for (;;) {
    const { Account = {} } = await organizations.describeAccount({ AccountId });
    const settled = Account.State === undefined ? stateOf(Account, {}) === "closed" : Account.State === "CLOSED";
    if (settled) return;
    await aws.clock.sleep(POLL_MILLIS, signal);
  }
}
