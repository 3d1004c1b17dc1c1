import { NO, type Truth, YES } from "../truth.ts";
import { readBoolean } from "./boolean.ts";

/** What Null answers for a key that is there, and for one that is not. */
export interface PresenceTest {
  readonly present: Truth;
  readonly absent: Truth;
}

/**
 * Source: IAM User Guide, "Condition operator to check existence of condition keys": `true` asks that the key is not
 * there, `false` that it is; no variables. Open question null-qualified.
 */
export function compileNull(values: readonly string[]): PresenceTest {
  const wanted = values.map(readBoolean);
  return { present: wanted.includes(false) ? YES : NO, absent: wanted.includes(true) ? YES : NO };
}
