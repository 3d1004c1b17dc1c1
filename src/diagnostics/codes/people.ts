import type { CodeEntry } from "../code.ts";

/** 203x and 215x: who enters accounts, what roles are given, and what may be spent. */
export const PEOPLE_CODES = [
  {
    code: "LF2030",
    title: "A name is not in the file",
    why: "Assignments, roles and budgets name permission sets, groups, accounts and OUs that the file declares. What is not there can be given to nobody.",
    fix: "Correct the name, or declare what it names. OUs are named by their path, for example `Workloads/Prod`.",
  },
  {
    code: "LF2031",
    title: "A policy of a permission set or a role is too large",
    why: "AWS takes 10,240 characters in the inline policies of a role, and so in that of a permission set, and 2,048 in a trust policy. White space is not counted.",
    fix: "Shorten actions with wildcards, or name a managed policy.",
  },
  {
    code: "LF2032",
    title: "A session is shorter or longer than AWS takes",
    why: "A session of a permission set lasts 1 to 12 hours. What it may do cannot be taken away before it ends, except by a policy that denies.",
    fix: "State `sessionDuration` from `PT1H` to `PT12H`.",
  },
  {
    code: "LF2033",
    title: "There are more permission sets than AWS has room for",
    why: "Identity Center keeps 3,500 permission sets, and 500 of them in one account.",
    fix: "Merge permission sets that grant the same, and let the account they are assigned in make the difference.",
  },
  {
    code: "LF2150",
    title: "A permission set is assigned to a single user",
    why: "People join, move and leave. Through groups that happens in one place, where they are managed; an assignment to a user is found only by looking for it.",
    fix: "Assign it to a group that the user is in.",
  },
  {
    code: "LF2151",
    title: "Something is assigned twice",
    why: "AWS keeps one assignment for each account, permission set and group. With two in the file, taking one away changes nothing, though it looks as if it did.",
    fix: "Remove one of them, or name other accounts.",
  },
  {
    code: "LF2152",
    title: "More than a small team can change production",
    why: "Production is changed by pipelines, which leave a record and can be repeated, and by one small team. Everybody else only reads there, so that nobody changes it by mistake.",
    fix: "Assign a permission set that only reads, such as one with `ReadOnlyAccess`, or let one group do it.",
  },
  {
    code: "LF2153",
    title: "Others than security people enter Security",
    why: "Logs and findings of all accounts come together there. Security and audit people work with them; operations read the logs.",
    fix: "Name the OUs the group works in instead of all, or name the group so that its work can be seen.",
  },
  {
    code: "LF2154",
    title: "A sandbox has no budget",
    why: "In a sandbox people try things out, and forget what they started. A limit for each one tells of it before the bill does.",
    fix: "Declare a budget with `ous: [\"Sandbox\"]` and `perAccount: true`, for example of 100 USD a month.",
  },
  {
    code: "LF2155",
    title: "No budget is for the whole organization",
    why: "Budgets of single accounts do not tell of what is spent in all of them together, nor of accounts nobody thought of.",
    fix: "Declare a budget without `accounts` and `ous`.",
  },
  {
    code: "LF2156",
    title: "A role would have too many managed policies",
    why: "A role has room for 10 managed policies. AWS raises that on request, in each account by itself, and one account that was forgotten fails.",
    fix: "Put statements into the inline policy, or ask for more in every account first.",
  },
  {
    code: "LF2157",
    title: "A permission set is assigned nowhere",
    why: "It makes no role and gives nobody anything. Often an assignment was forgotten.",
    fix: "Assign it to a group, or remove it.",
  },
  {
    code: "LF2158",
    title: "A permission set of the management account is used elsewhere",
    why: "The account that administers Identity Center for the organization may not change a permission set that is assigned in the management account.",
    fix: "Give the management account permission sets of its own.",
  },
  {
    code: "LF2159",
    title: "A way in for emergencies stands open",
    why: "Break-glass access reaches far. It is given for each incident, by people who agree to it, and taken back after it.",
    fix: "Remove the assignment; give it when an incident begins.",
  },
  {
    code: "LF2160",
    title: "A budget tells nobody",
    why: "A budget stops nothing: all it can do is tell. AWS shows one without alerts only to who looks for it.",
    fix: "Add to `notify` at which percentage who is told, for example `{ at: 80, kind: \"actual\", emails: [\"finance@example.com\"] }`.",
  },
] as const satisfies readonly CodeEntry[];
