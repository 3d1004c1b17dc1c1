import type { CodeEntry } from "../code.ts";

/** 2xxx: the declared organization breaks a rule of AWS or of good design. */
export const ORGANIZATION_CODES = [

] as const satisfies readonly CodeEntry[];
