import type { GroupGrammar, Grammar, ManagementPolicyType, SettingGrammar } from "./grammar.ts";
import { grammarOf, isSettingGrammar } from "./grammar.ts";
import { parseManagementPolicy } from "./parse.ts";
import { VALUE_OPERATORS, isSetting } from "./policy.ts";
import type { ManagementNode, ManagementProblem, Scalar, SettingValue } from "./policy.ts";

/** Everything for which AWS would not store a text as a policy of a type. */
export function checkManagementPolicy(text: string, type: ManagementPolicyType): readonly ManagementProblem[] {
  const { policy, problems } = parseManagementPolicy(text);
  if (policy === undefined) return problems;
  const [top, ...others] = policy.keys;
  if (isSetting(policy) || policy.allowed !== undefined || top?.[0] !== type.top || others.length > 0) {
    return [{ path: [], message: `A policy of this type has one key at its top: ${type.top}.` }];
  }
  return checkNode(top[1], type.grammar, { type, path: [type.top] });
}

interface Place {
  readonly type: ManagementPolicyType;
  readonly path: readonly string[];
}

function checkNode(node: ManagementNode, grammar: Grammar | undefined, place: Place): readonly ManagementProblem[] {
  const found = operatorProblems(node, place);
  if (grammar === undefined) return [...found, ...below(node, () => undefined, place)];
  if (isSettingGrammar(grammar)) return [...found, ...settingProblems(node, grammar, place)];
  if (isSetting(node)) return [...found, { path: place.path, message: "This key holds further keys, not a value." }];
  return [...found, ...groupProblems(node, grammar, place)];
}

/** Some types take no operator but `@@assign`, and let children use no other. */
function operatorProblems(node: ManagementNode, { type, path }: Place): readonly ManagementProblem[] {
  const { operators = VALUE_OPERATORS } = type;
  const used = { "@@assign": node.assign, "@@append": node.append, "@@remove": node.remove };
  const everything = node.allowed?.length === VALUE_OPERATORS.length;
  return VALUE_OPERATORS.filter((operator) => !operators.includes(operator))
    .filter((operator) => used[operator] !== undefined || (node.allowed?.includes(operator) === true && !everything))
    .map((operator) => ({ path, message: `Policies of this type do not take the operator ${operator}.` }));
}

function settingProblems(node: ManagementNode, grammar: SettingGrammar, { path }: Place): readonly ManagementProblem[] {
  if (node.keys.size > 0) return [{ path, message: "This key holds a value, not further keys." }];
  const single = grammar.values === "one";
  if (single && (node.append !== undefined || node.remove !== undefined)) return [{ path, message: "@@append and @@remove are for lists, and this is a single value." }];
  if (node.assign !== undefined && Array.isArray(node.assign) === single) return [{ path, message: single ? "This takes a single value." : "This takes a list of values." }];
  const wrong = [...listOf(node.assign), ...(node.append ?? []), ...(node.remove ?? [])].filter((value) => !fits(String(value), grammar));
  return wrong.map((value) => ({ path, message: `${String(value)} is no value of this key${grammar.among === undefined ? "" : `; it takes ${grammar.among.join(", ")}`}.` }));
}

const fits = (value: string, { among, pattern }: SettingGrammar): boolean => (among?.includes(value) ?? true) && (pattern?.test(value) ?? true);

const listOf = (value: SettingValue | undefined): readonly Scalar[] => (value === undefined ? [] : typeof value === "object" ? value : [value]);

function groupProblems(node: ManagementNode, grammar: GroupGrammar, place: Place): readonly ManagementProblem[] {
  const unknown = Array.from(node.keys.keys()).filter((name) => grammar.open === undefined && grammarOf(grammar, name) === undefined);
  const problems = unknown.map((name) => ({ path: [...place.path, name], message: `There is no key ${name} here; the keys are ${Object.keys(grammar.keys).join(", ")}.` }));
  return [...problems, ...below(node, (name) => grammarOf(grammar, name), place)];
}

const below = (node: ManagementNode, grammar: (name: string) => Grammar | undefined, { type, path }: Place): readonly ManagementProblem[] =>
  Array.from(node.keys).flatMap(([name, child]) => checkNode(child, grammar(name), { type, path: [...path, name] }));
