import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const KEY = `arn:aws:kms:eu-central-1:${MEMBER}:key/11111111-2222-3333-4444-555555555555`;
const days = (window: number) => ({ context: { "kms:ScheduleKeyDeletionPendingWindowInDays": String(window) } });

/** A deletion that names no window waits 30 days; the request then carries no key and is let through. */
export const min30DayWindow: StatementGuardrail = {
  name: "min-30-day-window",
  title: "An encryption key waits 30 days before it is deleted",
  form: "scp",
  reason: "In a month somebody notices that something cannot be decrypted any more, and calls the deletion off. The shortest that KMS would take is a week.",
  source: 'KMS Developer Guide, "Condition keys for AWS KMS", kms:ScheduleKeyDeletionPendingWindowInDays',
  rows: [67, 82],
  parameters: [{ name: "days", kind: "number", least: 7, most: 30, default: 30, description: "The fewest days, 7 to 30." }],
  leaves: ["Key material that was imported can be deleted at once; `deny-kms-deletion` stops that.", "The key cannot be used while it waits."],
  statements: (settings) => [
    {
      Sid: "KeysWait",
      Effect: "Deny",
      Action: "kms:ScheduleKeyDeletion",
      Resource: "*",
      Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": textOf(settings, "days") }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("no key is deleted in a week", "kms:ScheduleKeyDeletion", KEY, days(7)),
    denied("nor in 29 days", "kms:ScheduleKeyDeletion", KEY, days(29)),
    denied("nor by the root user", "kms:ScheduleKeyDeletion", KEY, { ...days(7), principal: WHO.root }),
    works("in 30 days it is", "kms:ScheduleKeyDeletion", KEY, days(30)),
    works("and where no days are named, which means 30", "kms:ScheduleKeyDeletion", KEY),
    works("a shorter wait can be asked for", "kms:ScheduleKeyDeletion", KEY, { ...days(14), parameters: { days: 14 } }),
    works("the deletion is called off", "kms:CancelKeyDeletion", KEY),
  ],
};
