import type { CodeEntry } from "../code.ts";

/** 22xx: what the organization file says of guardrails. */
export const GUARDRAIL_CODES = [
  {
    code: "LF2201",
    title: "There is no such guardrail",
    why: "A place, or settings under `guardrails`, name a guardrail that landfall does not know, so nothing would be denied.",
    fix: "Write the name of a guardrail of the reference, or of settings under `guardrails`.",
  },
  {
    code: "LF2202",
    title: "A guardrail's parameter is wrong or missing",
    why: "A guardrail takes the parameters that its page lists, each of one kind; without one that has no default it would stop the wrong things or nothing.",
    fix: "Give the parameter under `guardrails`, as the guardrail's page says.",
  },
  {
    code: "LF2203",
    title: "Settings of a guardrail are used nowhere",
    why: "A guardrail holds where the root, an OU or an account names it. Settings alone deny nothing.",
    fix: "Name it in `guardrails` of the root or an OU, or remove the settings.",
  },
  {
    code: "LF2204",
    title: "A guardrail stands where it does harm",
    why: "Accounts on their way to another organization must be able to leave, and what stops everything would stop every account at the root.",
    fix: "Name the guardrail at the OUs that it is meant for.",
  },
  {
    code: "LF2205",
    title: "No slot is left for policies that change places",
    why: "AWS takes a few policies of a type at one place. A guardrail that no longer fits into its policy arrives in another one before it leaves the old, and that takes a slot.",
    fix: "Attach fewer policies here; guardrails that are named at the same places share policies.",
  },
] as const satisfies readonly CodeEntry[];
