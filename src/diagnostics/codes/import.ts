import type { CodeEntry } from "../code.ts";

/** 6xxx: a foreign configuration cannot be imported. */
export const IMPORT_CODES = [

] as const satisfies readonly CodeEntry[];
