import type { CodeEntry } from "../code.ts";

/** 4xxx: a plan cannot be made, or is refused. */
export const PLAN_CODES = [
  {
    code: "LF4001",
    title: "The credentials belong to another organization",
    why: "The file states the id of its management account, and the credentials answer for a different one. Planning would compare two organizations that have nothing to do with each other.",
    fix: "Use credentials of the management account the file names, or correct `managementAccount.id`.",
  },
  {
    code: "LF4002",
    title: "The organization has consolidated billing only",
    why: "Without all features AWS offers no policies, no closing of accounts and no service-managed StackSets.",
    fix: "Enable all features: `aws organizations enable-all-features`. Invited accounts must accept; the change cannot be taken back.",
  },
  {
    code: "LF4003",
    title: "A stated account id is not in the organization",
    why: "An account with `id` is one that exists. landfall does not create another in its place.",
    fix: "Correct the id, or remove it to let landfall create the account.",
  },
  {
    code: "LF4004",
    title: "An account may have been renamed",
    why: "One declared account is missing in AWS while AWS has one of ours that the file no longer names. Creating a second account when a rename was meant cannot be undone.",
    fix: "State `id` on the account if it is the same one under a new key, or `new: true` if it is a new one.",
  },
  {
    code: "LF4005",
    title: "A declared account is closed at AWS",
    why: "A closed account can only be reopened by AWS Support, and only within 90 days.",
    fix: "Have it reopened, or say `state: \"closed\"`.",
  },
  {
    code: "LF4006",
    title: "The saved plan is stale",
    why: "AWS has changed since the plan was saved, in something the plan rests on. What was approved is not what would happen.",
    fix: "Make a new plan: `landfall plan --out plan.json`.",
  },
  {
    code: "LF4007",
    title: "The file is no saved plan",
    why: "It is not JSON, or not in the format `landfall.plan/1`.",
    fix: "Make one with `landfall plan --out plan.json`.",
  },
  {
    code: "LF4008",
    title: "A change needs its name confirmed",
    why: "It cannot be undone or reaches far, so a general yes does not cover it.",
    fix: "Type the name when asked, or pass `--confirm KIND:NAME` for each.",
  },
  {
    code: "LF4030",
    title: "An account would move behind Control Tower's back",
    why: "Control Tower applies the controls and baselines of an OU to the accounts in it. An account that is moved into, out of or between its registered OUs keeps some and misses others, which Control Tower reports as drift.",
    fix: "Move the account in Control Tower, then write its new place into the file: the next plan has nothing to move.",
  },
  {
    code: "LF4031",
    title: "A new account would not be enrolled in Control Tower",
    why: "An account that AWS Organizations creates lands outside of the registered OU it is meant for. Control Tower enrolls it only where auto-enrollment is switched on, and landfall could not see that it is.",
    fix: "Create the account with Account Factory and state its `id` in the file, or switch on auto-enrollment in the landing zone's settings.",
  },
  {
    code: "LF4032",
    title: "The plan would change what is Control Tower's",
    why: "Policies whose names begin with `aws-guardrails-`, where they are attached, Control Tower's trusted access, and the names of its registered OUs are kept by Control Tower. A change of them is drift.",
    fix: "Take the thing out of the file; change it by Control Tower's controls and registrations.",
  },
  {
    code: "LF4033",
    title: "An account would leave while Control Tower manages it",
    why: "A closed or removed account that is still enrolled leaves stack instances behind, and later updates of the landing zone fail on them.",
    fix: "Unmanage the account in Control Tower first.",
  },
] as const satisfies readonly CodeEntry[];
