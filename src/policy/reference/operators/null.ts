import { any, type Finding, known, unknownFor } from "../finding.ts";
import type { KeyValues } from "../request-context.ts";

export const NULL_OPERATOR = "Null";

/**
 * Whether a key is absent: "true (the key doesn't exist, it is null) or false (the key exists and its value is not null)".
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Condition operator to check existence of
 * condition keys". Neither IfExists nor a qualifier changes it (open question null-qualified). No variables.
 */
export function matchNull(key: string, values: KeyValues, policyValues: readonly string[]): Finding {
  if (values === "unknown") return unknownFor([key.toLowerCase()]);
  const absent = values.length === 0 ? "true" : "false";
  return any(policyValues.map((text) => known(text.toLowerCase() === absent)));
}
