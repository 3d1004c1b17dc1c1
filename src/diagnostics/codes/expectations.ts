import type { CodeEntry } from "../code.ts";

/** 33xx: what the organization file expects of access. */
export const EXPECTATION_CODES = [
  {
    code: "LF3301",
    title: "An expectation does not hold",
    why: "The organization's policies answer a request otherwise than the file says they must. The finding names the request.",
    fix: "Add the guardrail that is missing, or correct the expectation; `landfall can` shows every level that has a say.",
  },
  {
    code: "LF3302",
    title: "An expectation is about nobody",
    why: "A principal that nobody has, or a place without accounts, makes an expectation that holds whatever the policies say.",
    fix: "Name a role or permission set that the accounts have.",
  },
  {
    code: "LF3303",
    title: "An expectation names an action that AWS does not have",
    why: "A misspelled action is one that no policy mentions, so nothing would be proven.",
    fix: "Correct the action.",
  },
  {
    code: "LF3304",
    title: "An expectation names a place that does not exist",
    why: "What is said of an account or an OU that is not in the file is said of nothing.",
    fix: "Name an account by its key, an OU by its path from the top.",
  },
  {
    code: "LF3305",
    title: "An expectation says nothing, or several things",
    why: "An expectation says one of: `can`, `cannot`, `only` with `can`, `isolated`, `guardrails`. Several at once could not be told apart where one fails.",
    fix: "Write an expectation for each.",
  },
  {
    code: "LF3306",
    title: "An expectation is not proven",
    why: "It hangs on policies that the file does not have, or there are more requests than can be asked. What is not known is not taken to hold.",
    fix: "Declare the policies of the role in the file, or narrow the expectation with `on` and `when`.",
  },
  {
    code: "LF3307",
    title: "An expectation names a resource by no ARN",
    why: "Policies name resources by their ARNs. A plain name matches none, so nothing would be proven of it.",
    fix: "Write the ARN, for example `arn:aws:s3:::logs/*`; `*` and `?` are wildcards, and `{account}` is the account's id.",
  },
  {
    code: "LF3308",
    title: "An expectation names a guardrail that is not attached",
    why: "Of a guardrail that is attached nowhere, or that a service enforces by settings, nothing can be asked.",
    fix: "Name a guardrail by the name under which it is attached, or `*` for every one.",
  },
] as const satisfies readonly CodeEntry[];
