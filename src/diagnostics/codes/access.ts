import type { CodeEntry } from "../code.ts";

/** 32xx: questions about access. */
export const ACCESS_CODES = [
  {
    code: "LF3201",
    title: "There is no such account",
    why: "The question names an account that is neither in the organization file nor in what was read of AWS.",
    fix: "Name an account by its key, its id or its address; `landfall show` lists them.",
  },
  {
    code: "LF3202",
    title: "The words name no principal",
    why: "A question about access needs to know who asks, and a bare name is only that of a role or permission set that is known.",
    fix: "Say `root`, `administrator`, `role/NAME`, `permission-set/NAME`, `user/NAME`, `service:NAME`, `anonymous`, `organization:ID` or an ARN.",
  },
  {
    code: "LF3203",
    title: "There is no such organizational unit",
    why: "The question names an OU that is neither in the organization file nor in what was read of AWS.",
    fix: "Name it by its path, for example `Workloads/Prod`; `landfall show` draws them all.",
  },
  {
    code: "LF3204",
    title: "AWS has no such action",
    why: "A misspelled action is one that no policy mentions, so the answer would be about nothing.",
    fix: "Correct the action. One that is newer than landfall's list can be asked with `--any-action`.",
  },
  {
    code: "LF3205",
    title: "There is no such policy or account",
    why: "Neither a policy that is attached somewhere, nor a guardrail, nor an account has the name.",
    fix: "Name a policy by its name, a guardrail by its name, or an account by its key.",
  },
  {
    code: "LF3206",
    title: "The file is no snapshot that landfall reads",
    why: "A snapshot is what `landfall snapshot FILE` wrote, by this format version.",
    fix: "Write it again with `landfall snapshot FILE`.",
  },
  {
    code: "LF3207",
    title: "The file tells no policies of resources",
    why: "Policies of buckets, keys and other resources are given to landfall in a JSON file of the form `landfall.resource-policies/1`: for each account the ARNs of resources, each with its policy.",
    fix: "Write it as [Who may do what](../access.md) shows it.",
  },
] as const satisfies readonly CodeEntry[];
