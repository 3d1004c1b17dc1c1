import type { CodeEntry } from "../code.ts";

/** 9xxx: the command line is wrong. */
export const USAGE_CODES = [

] as const satisfies readonly CodeEntry[];
