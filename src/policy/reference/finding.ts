import type { Answer } from "../decision.ts";

/** A three-valued answer, with the keys that it hangs on. */
export interface Finding {
  readonly answer: Answer;
  /** In lower case and sorted; empty unless the answer is `unknown`. */
  readonly missingKeys: readonly string[];
}

export const YES: Finding = { answer: "yes", missingKeys: [] };
export const NO: Finding = { answer: "no", missingKeys: [] };

export const known = (yes: boolean): Finding => (yes ? YES : NO);

export const unknownFor = (keys: Iterable<string>): Finding => ({ answer: "unknown", missingKeys: [...new Set(keys)].sort() });

export function not({ answer, missingKeys }: Finding): Finding {
  if (answer === "unknown") return { answer, missingKeys };
  return answer === "yes" ? NO : YES;
}

/** AND: one `no` settles it, whatever the others hang on. */
export function all(findings: readonly Finding[]): Finding {
  if (findings.some(({ answer }) => answer === "no")) return NO;
  return findings.every(({ answer }) => answer === "yes") ? YES : unknownFor(findings.flatMap(({ missingKeys }) => missingKeys));
}

/** OR: one `yes` settles it. */
export function any(findings: readonly Finding[]): Finding {
  if (findings.some(({ answer }) => answer === "yes")) return YES;
  return findings.every(({ answer }) => answer === "no") ? NO : unknownFor(findings.flatMap(({ missingKeys }) => missingKeys));
}
