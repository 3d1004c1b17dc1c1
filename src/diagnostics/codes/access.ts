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
] as const satisfies readonly CodeEntry[];
