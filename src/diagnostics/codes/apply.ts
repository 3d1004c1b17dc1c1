import type { CodeEntry } from "../code.ts";

/** 5xxx: an apply stopped. */
export const APPLY_CODES = [

] as const satisfies readonly CodeEntry[];
