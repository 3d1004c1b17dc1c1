import type { CodeEntry } from "../code.ts";

/** 5xxx: an apply stopped. */
export const APPLY_CODES = [
  {
    code: "LF5001",
    title: "Another run holds the lock",
    why: "Two runs at once could undo each other's work. The lock is a parameter in AWS, so it holds across machines; it ends by itself when its lease does.",
    fix: "Wait for the other run, or delete the parameter named in the message if that run is surely dead.",
  },
  {
    code: "LF5002",
    title: "AWS could not create an account",
    why: "Creating an account is asynchronous; AWS gives one word as the reason of a failure, which is in the message.",
    fix: "Mend what the reason names, then run `landfall apply` again: it goes on where it stopped.",
  },
  {
    code: "LF5003",
    title: "The lock was lost",
    why: "Somebody deleted or took over the lock while this run was at work, so it stopped starting changes.",
    fix: "See who holds the lock now, then run `landfall apply` again.",
  },
  {
    code: "LF5004",
    title: "The apply stopped part way",
    why: "Some changes failed or were not started. What was done stays; nothing is loosened after a failure.",
    fix: "Mend the failures above, then run `landfall apply` again: it goes on where it stopped.",
  },
  {
    code: "LF5005",
    title: "The record of the run could not be written",
    why: "Before changing anything landfall saves what it will change, so that it can be undone. It does not start without.",
    fix: "Make the folder `.landfall` beside the organization file writable, with room on the disk.",
  },
  {
    code: "LF5006",
    title: "There is no usable record of a run",
    why: "The run was made on another machine or in another project, or its record was deleted or damaged.",
    fix: "List the runs with `landfall undo`. Without a record, change the organization file back and apply it.",
  },
  {
    code: "LF5007",
    title: "The organization could not be copied for a rehearsal",
    why: "A rehearsal runs on a copy of what was observed, made on the embedded AWS. Something of it was refused there.",
    fix: "See what the message names. Where the embedded AWS lacks it, the page `docs/reference/emulator.md` says so.",
  },
  {
    code: "LF5008",
    title: "The run was made in another organization",
    why: "A record says what a run changed in one organization. Taking it back in another would change things of the same names that the run never touched.",
    fix: "Use the credentials, the endpoint or the `--local` with which the run was made.",
  },
  {
    code: "LF5009",
    title: "A step is yours",
    why: "AWS lets only a person do it, in its console: verify an e-mail address, enable IAM Identity Center, agree on a higher quota. What waits for it was not started.",
    fix: "Open the link in the message and do what it names, then run the same command again: it goes on where it stopped.",
  },
  {
    code: "LF5010",
    title: "The fingerprint of the run could not be written",
    why: "An apply leaves a fingerprint beside the lock, by which machines without its record tell what others changed since. The run itself is not concerned; until an apply writes it, what this run changed may be taken for drift there, or drift is not told apart.",
    fix: "Where AWS denied it, give the apply role `ssm:GetParameters`, `ssm:PutParameter` and `ssm:DeleteParameter` on `/landfall/fingerprint/*` with `landfall bootstrap --create`.",
  },
] as const satisfies readonly CodeEntry[];
