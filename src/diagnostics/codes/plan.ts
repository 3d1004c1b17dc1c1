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
    code: "LF4009",
    title: "The plan would undo what was put there for a time",
    why: "A policy with the tag `landfall:overlay` was put into AWS by operations, for example to freeze changes or to contain an account. A plan never changes or removes it, nor takes an account out from under it.",
    fix: "Wait until it is over, or let whoever put it there take it away; then plan again.",
  },
  {
    code: "LF4010",
    title: "Every order of the steps would open something",
    why: "AWS makes one change at a time. Where lists of what is allowed change places on two levels, or accounts change places while policies go, each order of the steps has a moment at which an account may do what neither the policies before nor those after allow.",
    fix: "Make two applies of it: in the first also attach a policy that denies everything to the place the message names, in the second take it away again.",
  },
  {
    code: "LF4011",
    title: "A step of the plan would shut somebody out",
    why: "After it landfall, StackSets, break-glass, the security team or Identity Center's administrator can no longer do its part in an account, or nobody can do anything there. Who finds out first is then not who can mend it.",
    fix: "Let the role through in the policy that the message names (`ArnNotLike` on `aws:PrincipalArn`), or list it under `exemptRoles` where a guardrail is in the way. If it is meant all the same, pass `--accept-lock-out` with the step; the record of the run keeps it.",
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
  {
    code: "LF4101",
    title: "Danger: an account is closed",
    why: "Its users and workloads stop at once. AWS keeps a closed account for 90 days, in which only AWS Support can reopen it, then deletes it for good; its e-mail address can never be used again.",
    fix: "If it is meant, type the account's address, or pass `--confirm account:NAME`. If it is only out of use, say `state: \"held\"`.",
  },
  {
    code: "LF4102",
    title: "Danger: an account leaves the organization",
    why: "No policy of the organization binds it any more, and it pays its own bill. It comes back only by an invitation that it accepts.",
    fix: "If it is meant, type the account's address, or pass `--confirm account:NAME`.",
  },
  {
    code: "LF4103",
    title: "Danger: an organizational unit is deleted",
    why: "One made again has another id. Policies, StackSets and shares that name the old id no longer work.",
    fix: "Look for its id first. If it is meant, type its address, or pass `--confirm ou:PATH`. For a new name alone, use `moved`.",
  },
  {
    code: "LF4104",
    title: "Danger: a policy type is disabled",
    why: "AWS detaches every policy of the type everywhere at once. Enabling it again brings no attachment back.",
    fix: "If it is meant, type its address, or pass `--confirm policy-type:NAME`.",
  },
  {
    code: "LF4105",
    title: "Danger: trusted access is taken away",
    why: "The service can no longer work in the accounts: what it does in them stops, and some services delete what they had there.",
    fix: "Read what the service does then. If it is meant, type its address, or pass `--confirm trusted-access:SERVICE`.",
  },
  {
    code: "LF4106",
    title: "Danger: a delegated administrator is deregistered",
    why: "The account can no longer administer the service. Some services delete their configuration and findings with it.",
    fix: "Read what the service does then. If it is meant, type the address, or pass it with `--confirm`.",
  },
  {
    code: "LF4107",
    title: "Danger: enabling the policy type alone reaches far",
    why: "A policy of this type overrides what the accounts set themselves, some of it at the moment the type is enabled.",
    fix: "Read the text beside the name. If it is meant, type its address, or pass `--confirm policy-type:NAME`.",
  },
  {
    code: "LF4108",
    title: "Danger: a guardrail at the root is weakened",
    why: "What is attached to the root holds for every member account. A policy that forbids is detached there, or its new text may allow more.",
    fix: "See in the plan what is allowed after it. If it is meant, type its address, or pass it with `--confirm`.",
  },
  {
    code: "LF4109",
    title: "Danger: central root access ends",
    why: "The root users of member accounts can have passwords and keys of their own again, beside all guardrails for IAM.",
    fix: "If it is meant, type its address, or pass it with `--confirm`.",
  },
] as const satisfies readonly CodeEntry[];
