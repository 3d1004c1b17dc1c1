import type { CodeEntry } from "../code.ts";

/** 7xxx: AWS refused, or could not be reached. */
export const AWS_CODES = [

] as const satisfies readonly CodeEntry[];
