import type { CodeEntry } from "../code.ts";

/** 3xxx: a policy document is wrong. */
export const POLICY_CODES = [

] as const satisfies readonly CodeEntry[];
