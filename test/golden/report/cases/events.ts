import type { Event } from "../../../../src/diagnostics/index.ts";

/** Something that happens to a run: an event, or time that passes in milliseconds. */
export type Happening = Event | number;

const start = (address: string, action = "create"): Event => ({ name: "change.start", address, action });
const done = (address: string, millis: number, action = "create"): Event => ({ name: "change.done", address, action, millis });

/** A run in which an account fails, so that what needs it is not started. */
export const withFailure: readonly Happening[] = [
  { name: "observe.start" },
  1_200,
  { name: "observe.end", calls: 34, items: 212, millis: 1_200 },
  { name: "apply.start", run: "7f3a11c2", changes: 11 },
  start("organization"),
  start("policy-type:scp", "enable"),
  done("organization", 90),
  done("policy-type:scp", 120, "enable"),
  start("ou:Workloads"),
  start("policy:scp/region-guard"),
  400,
  done("policy:scp/region-guard", 400),
  done("ou:Workloads", 410),
  start("ou:Workloads/Prod"),
  300,
  { name: "call.retried", operation: "CreateOrganizationalUnit", error: "TooManyRequestsException", attempt: 1 },
  800,
  done("ou:Workloads/Prod", 1_100),
  start("attachment:scp/region-guard>ou:Workloads/Prod", "attach"),
  200,
  done("attachment:scp/region-guard>ou:Workloads/Prod", 200, "attach"),
  start("account:shop-prod"),
  start("account:payments-prod"),
  { name: "change.progress", address: "account:shop-prod", text: "AWS is creating the account" },
  35_000,
  30_000,
  {
    name: "change.failed",
    address: "account:payments-prod",
    action: "create",
    code: "LF5002",
    summary: "AWS could not create account \"payments-prod\": EMAIL_ALREADY_EXISTS.",
  },
  { name: "change.skipped", address: "attachment:scp/payments>account:payments-prod", action: "attach", because: "account:payments-prod" },
  45_000,
  done("account:shop-prod", 110_000),
  { name: "change.skipped", address: "policy:scp/old-guard", action: "delete", because: "account:payments-prod" },
  { name: "change.skipped", address: "ou:Old", action: "delete", because: "account:payments-prod" },
  { name: "apply.end", done: 7, failed: 1, skipped: 3, calls: 21, millis: 113_000 },
];

/** A run that the user stops, with long and hostile names. */
export const stopped: readonly Happening[] = [
  { name: "apply.start", run: "7f3a11c2", changes: 4 },
  start("account:an-account-name-of-exactly-fifty-characters-in-all"),
  start("account:支払い-本番環境\u001B[2J\nx"),
  2_000,
  done("account:支払い-本番環境\u001B[2J\nx", 2_000),
  done("account:an-account-name-of-exactly-fifty-characters-in-all", 2_000),
  { name: "change.skipped", address: "account:later", action: "create", because: "account:later" },
  { name: "change.skipped", address: "attachment:scp/deny>account:later", action: "attach", because: "account:later" },
  { name: "apply.end", done: 2, failed: 0, skipped: 2, calls: 6, millis: 2_000 },
];
