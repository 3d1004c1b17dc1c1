import type { Found } from "./look.ts";
import { NO, type Truth, UNKNOWN, YES } from "./truth.ts";

/** A truth with the keys that an UNKNOWN hangs on. */
export interface Finding {
  readonly truth: Truth;
  readonly keys: readonly string[];
}

export const SURE_YES: Finding = { truth: YES, keys: [] };
export const SURE_NO: Finding = { truth: NO, keys: [] };

/** One NO settles it. */
export const allOf = (findings: readonly Finding[]): Finding => settled(findings, NO, SURE_NO, SURE_YES);

/** One YES settles it. */
export const anyOf = (findings: readonly Finding[]): Finding => settled(findings, YES, SURE_YES, SURE_NO);

export const noneOf = (findings: readonly Finding[]): Finding => {
  const { truth, keys } = anyOf(findings);
  return truth === UNKNOWN ? { truth, keys } : truth === YES ? SURE_NO : SURE_YES;
};

function settled(findings: readonly Finding[], by: Truth, asSo: Finding, otherwise: Finding): Finding {
  let unknown = false;
  for (const { truth } of findings) {
    if (truth === by) return asSo;
    unknown ||= truth === UNKNOWN;
  }
  return unknown ? { truth: UNKNOWN, keys: findings.flatMap(({ keys }) => keys) } : otherwise;
}

/** Whether any of the statements matches. */
export const anyMatch = (found: readonly Found[]): Finding => anyOf(found.map(({ truth, match }) => ({ truth, keys: match.missingKeys })));
