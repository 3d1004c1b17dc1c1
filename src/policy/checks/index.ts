import type { PolicyCheck } from "./check.ts";

/** Every check, in the order their problems are told. */
export const CHECKS: readonly PolicyCheck[] = [];
