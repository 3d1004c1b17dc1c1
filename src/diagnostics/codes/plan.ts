import type { CodeEntry } from "../code.ts";

/** 4xxx: a plan cannot be made, or is refused. */
export const PLAN_CODES = [

] as const satisfies readonly CodeEntry[];
