import type { ConditionBlock } from "../../policy/index.ts";
import { OPERATORS } from "./operators.ts";
import { substitute, type ValuesOf } from "./variables.ts";

/** Three-valued: what the emulator cannot evaluate is neither met nor unmet. */
export type Outcome = { readonly is: "met" } | { readonly is: "unmet" } | { readonly is: "unknown"; readonly what: string };

export const MET: Outcome = { is: "met" };
export const UNMET: Outcome = { is: "unmet" };
export const unknown = (what: string): Outcome => ({ is: "unknown", what });
export const outcome = (isMet: boolean): Outcome => (isMet ? MET : UNMET);

/** All of them: one that is not met decides, whatever the others are. */
export function allOf(outcomes: Iterable<Outcome>): Outcome {
  let found = MET;
  for (const one of outcomes) {
    if (one.is === "unmet") return UNMET;
    if (one.is === "unknown") found = one;
  }
  return found;
}

/** Whether a request meets a condition block: every key of every operator. Source: IAM User Guide, "Conditions with multiple context keys or values". */
export function conditionsMet(block: ConditionBlock | undefined, valuesOf: ValuesOf, hasVariables: boolean): Outcome {
  return allOf(
    Object.entries(block ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => conditionMet(operator, key, [wanted].flat().map(String), hasVariables ? valuesOf : undefined, valuesOf)),
    ),
  );
}

function conditionMet(operator: string, key: string, wanted: readonly string[], variables: ValuesOf | undefined, valuesOf: ValuesOf): Outcome {
  const values = valuesOf(key);
  if (values === undefined) return unknown(`the condition key ${key}`);
  if (operator === "Null") return outcome(wanted.some((isNull) => (isNull.toLowerCase() === "true") === (values.length === 0)));
  const [, set, name = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const comparison = OPERATORS[name];
  if (comparison === undefined) return unknown(`the condition operator ${operator}`);
  if (values.length === 0 && ifExists !== undefined) return MET;
  if (values.length === 0) return outcome(set === "ForAllValues" || (set === undefined && comparison.isNegated));
  const patterns: string[] = [];
  for (const text of wanted) {
    const replaced = variables === undefined ? { text } : substitute(text, variables);
    if ("unknown" in replaced) return unknown(`the policy variable ${replaced.unknown}`);
    // A variable without a value equals nothing: a positive operator is not met, a negated one is.
    if ("text" in replaced) patterns.push(replaced.text);
  }
  const matches = (value: string): boolean => patterns.some((pattern) => comparison.compare(pattern, value)) !== comparison.isNegated;
  return outcome(set === "ForAllValues" ? values.every(matches) : values.some(matches));
}
