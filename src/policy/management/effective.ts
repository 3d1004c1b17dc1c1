import type { Json } from "../document.ts";
import type { GroupGrammar, Grammar, ManagementPolicyType } from "./grammar.ts";
import { grammarOf, isSettingGrammar } from "./grammar.ts";
import type { EffectiveNode } from "./merge.ts";

/** Why an effective policy is not fully enforced. */
export interface EffectivePolicyProblem {
  readonly code: "ELEMENTS_TOO_MANY" | "ELEMENTS_TOO_FEW" | "KEY_REQUIRED";
  readonly message: string;
  /** Keys from the top, with slashes between them. */
  readonly path: string;
  /** Ids of the policies that led to it. */
  readonly policies: readonly string[];
}

/** An effective policy as AWS shows it: without operators. */
export const effectivePolicyJson = (node: EffectiveNode): { readonly [key: string]: Json } =>
  Object.fromEntries(Array.from(node.keys, ([name, { value, ...below }]) => [name, value ?? effectivePolicyJson(below)]));

/**
 * What is wrong with an effective policy.
 * Source of `ELEMENTS_TOO_MANY`, of its message and of the form of the path: Organizations User Guide, "Logging AWS
 * Organizations API calls with AWS CloudTrail", the event EffectivePolicyValidation. AWS publishes no list of codes.
 * Unconfirmed: the two other codes and their messages, which third parties quote.
 */
export function checkEffectivePolicy(effective: EffectiveNode, type: ManagementPolicyType): readonly EffectivePolicyProblem[] {
  const top = effective.keys.get(type.top);
  return top === undefined ? [] : checkNode(top, type.grammar, [type.top]);
}

function checkNode(node: EffectiveNode, grammar: Grammar | undefined, path: readonly string[]): readonly EffectivePolicyProblem[] {
  if (grammar === undefined) return [];
  const count = Array.isArray(node.value) ? node.value.length : node.keys.size;
  const problems = [...countProblems(node, count, grammar, path)];
  if (isSettingGrammar(grammar)) return problems;
  for (const name of missing(node, grammar)) problems.push({ code: "KEY_REQUIRED", message: `'${name}' is missing`, path: path.join("/"), policies: node.policies });
  for (const [name, child] of node.keys) problems.push(...checkNode(child, grammarOf(grammar, name), [...path, name]));
  return problems;
}

const missing = (node: EffectiveNode, { required = [] }: GroupGrammar): readonly string[] => required.filter((name) => !node.keys.has(name));

function countProblems(node: EffectiveNode, count: number, { maximum, minimum }: Grammar, path: readonly string[]): readonly EffectivePolicyProblem[] {
  const at = { path: path.join("/"), policies: node.policies };
  const name = path.at(-1) ?? "";
  if (maximum !== undefined && count > maximum) {
    return [{ code: "ELEMENTS_TOO_MANY", message: `'${name}' exceeds the allowed maximum limit ${maximum}`, ...at }];
  }
  if (minimum !== undefined && count < minimum) {
    return [{ code: "ELEMENTS_TOO_FEW", message: `'${name}' is less than the allowed minimum limit ${minimum}`, ...at }];
  }
  return [];
}
