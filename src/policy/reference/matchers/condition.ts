import type { ConditionBlock } from "../../document.ts";
import type { Request } from "../../request/request.ts";
import { listOf } from "../../shape.ts";
import { all, any, type Finding, known, NO, not, unknownFor } from "../finding.ts";
import { type OperatorUse, readOperator } from "../operators/index.ts";
import { matchNull, NULL_OPERATOR } from "../operators/null.ts";
import type { Operator } from "../operators/operator.ts";
import { valuesOfKey } from "../request-context.ts";

/**
 * Whether all conditions of a statement hold.
 * Source: IAM User Guide, "Conditions with multiple context keys or values": several operators, and several keys of one
 * operator, are joined by AND; several values of a key by OR, those of a negated operator by NOR.
 */
export function matchConditions(block: ConditionBlock, request: Request, variables: boolean): Finding {
  const conditions = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => matchKey(readOperator(operator), key, listOf(values).map(String), request, variables)),
  );
  return all(conditions);
}

function matchKey(use: OperatorUse, key: string, policyValues: readonly string[], request: Request, variables: boolean): Finding {
  const values = valuesOfKey(request, key);
  const { operator, qualifier } = use;
  if (operator === NULL_OPERATOR) return matchNull(key, values, policyValues);
  if (values === "unknown") return unknownFor([key.toLowerCase()]);
  if (values.length === 0) return known(matchesAbsent(operator, use));
  // "If the context key value resolves to a null dataset, such as an empty string": open question empty-text-of-a-set.
  if (qualifier !== undefined && values.length === 1 && values[0] === "") return known(qualifier === "ForAllValues");
  const found = values.map((value) => matchValue(operator, value, policyValues, request, variables));
  if (qualifier === "ForAllValues") return all(found);
  if (qualifier === "ForAnyValue") return any(found);
  return found.length === 1 ? all(found) : NO; // Open question plain-operator-several-values.
}

/**
 * A key that the request does not have. Source: the pages "Condition operators" and "Multivalued context keys": with
 * IfExists the condition is true; ForAllValues is true, ForAnyValue false; a negated operator is true, any other false.
 */
function matchesAbsent({ negated }: Operator, { ifExists, qualifier }: OperatorUse): boolean {
  if (ifExists) return true;
  return qualifier === undefined ? negated : qualifier === "ForAllValues";
}

/** One value of the request against all of the policy: the negation sits inside of ForAllValues and ForAnyValue. */
function matchValue(operator: Operator, value: string, policyValues: readonly string[], request: Request, variables: boolean): Finding {
  if (!operator.reads(value)) return NO;
  const met = any(policyValues.map((text) => operator.meets(value, { text, request, variables })));
  return operator.negated ? not(met) : met;
}
