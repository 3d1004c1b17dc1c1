import { NO } from "../finding.ts";
import { matchPattern } from "../pattern.ts";
import type { Operator } from "./operator.ts";
import { inLowerCase, partsOf } from "./parts.ts";

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Boolean condition operators": variables are
 * supported (open question variable-in-bool). Case does not matter (open question bool-spelling); a text that is neither equals nothing, so comparing
 * with a value that is one of the two is enough.
 */
export const BOOLEAN_OPERATORS: readonly Operator[] = [
  {
    name: "Bool",
    negated: false,
    reads: (value) => ["true", "false"].includes(value.toLowerCase()),
    meets: (value, policyValue) => {
      const parts = partsOf(policyValue, "no wildcards");
      return parts === undefined ? NO : matchPattern(inLowerCase(parts), value.toLowerCase());
    },
  },
];
