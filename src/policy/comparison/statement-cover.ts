import type { OneOrMany, PolicyStatement } from "../document.ts";
import { type OperatorUse, parseOperator } from "../operators.ts";
import { actionCovers, arnCovers, patternCovers } from "./pattern-cover.ts";
import { listOf } from "../shape.ts";
import { VALUE_FORMS } from "../value-forms.ts";
import { hasVariable } from "../variables.ts";

type Covers = (a: string, b: string) => boolean;

const same: Covers = (a, b) => a === b;

/**
 * Whether every request that the normalized statement `b` matches is matched by `a`, effects aside. `true` is a proof
 * for documents of one Version without errors; `false` only means that none was found.
 */
export function statementCovers(a: PolicyStatement, b: PolicyStatement): boolean {
  return (
    JSON.stringify([a.Principal, a.NotPrincipal]) === JSON.stringify([b.Principal, b.NotPrincipal]) &&
    elementCovers(a.Action, a.NotAction, b.Action, b.NotAction, actionCovers) &&
    elementCovers(a.Resource, a.NotResource, b.Resource, b.NotResource, arnCovers) &&
    conditionCovers(a.Condition ?? {}, b.Condition ?? {})
  );
}

type Values = OneOrMany<string> | undefined;

function elementCovers(a: Values, notA: Values, b: Values, notB: Values, covers: Covers): boolean {
  if (a !== undefined && notA === undefined) {
    if (listOf(a).includes("*") && !listOf(a).some(hasVariable)) return true;
    return b !== undefined && notB === undefined && listCovers(listOf(a), listOf(b), covers);
  }
  if (a === undefined && notA !== undefined) {
    // What the one leaves out must be left out by the other too.
    return b === undefined && notB !== undefined && listCovers(listOf(notB), listOf(notA), covers);
  }
  return JSON.stringify([a, notA]) === JSON.stringify([b, notB]);
}

/** Whether a value of `a` stands for each value of `b`. */
function listCovers(a: readonly string[], b: readonly string[], covers: Covers): boolean {
  return sameVariables(a, b) && b.every((value) => a.some((wider) => covers(wider, value)));
}

/**
 * Where a variable has no value, AWS's text leaves open whether only its own value or the whole element fails to
 * match. With the same variables on both sides the answer is the same on both.
 */
function sameVariables(a: readonly string[], b: readonly string[]): boolean {
  const variables = (values: readonly string[]): string => JSON.stringify(values.filter(hasVariable).sort());
  return variables(a) === variables(b);
}

type Conditions = NonNullable<PolicyStatement["Condition"]>;

/** Fewer conditions match more: each that `a` has must be met wherever `b`'s are. */
function conditionCovers(a: Conditions, b: Conditions): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  if (repeatsKeys(a) || repeatsKeys(b)) return false;
  return Object.entries(a).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const others = b[operator]?.[key];
      return others !== undefined && valuesCover(operator, listOf(values).map(String), listOf(others).map(String));
    }),
  );
}

/** Which of two spellings of one key counts is not said, so nothing can be proven about them. */
function repeatsKeys(conditions: Conditions): boolean {
  return Object.values(conditions).some((keys) => {
    const names = Object.keys(keys);
    return new Set(names.map((name) => name.toLowerCase())).size < names.length;
  });
}

/**
 * Values of one operator and key are joined by OR, of a negated operator by NOR; IfExists and both set qualifiers
 * keep the direction: more values match more, and with negation less.
 */
function valuesCover(operator: string, a: readonly string[], b: readonly string[]): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  const use = parseOperator(operator);
  if (use === undefined || !readable(use, a, b)) return false;
  const covers = coverOf(use);
  return use.operator.negated ? listCovers(b, a, covers) : listCovers(a, b, covers);
}

/** A value that cannot be read may spoil the whole test; only values that both sides have are then safe. */
function readable(use: OperatorUse, a: readonly string[], b: readonly string[]): boolean {
  const { fits } = VALUE_FORMS[use.operator.family];
  return [...a.filter((value) => !b.includes(value)), ...b.filter((value) => !a.includes(value))].every(fits);
}

function coverOf(use: OperatorUse): Covers {
  if (use.operator.family === "arn") return arnCovers;
  return use.operator.family === "string" && use.operator.wildcards ? patternCovers : same;
}
