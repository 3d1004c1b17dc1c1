import type { JsonNode } from "../text/json-reader.ts";
import { readJson } from "../text/json-reader.ts";
import { CHILD_CONTROL, VALUE_OPERATORS, isSetting } from "./policy.ts";
import type { ManagementNode, ManagementProblem, Scalar, SettingValue, ValueOperator } from "./policy.ts";

export interface ParsedManagementPolicy {
  /** Absent when the text is not well-formed. */
  readonly policy?: ManagementNode;
  readonly problems: readonly ManagementProblem[];
}

/**
 * Reads a management policy of any type: JSON, known operators, and values of the form that each operator takes.
 * Unconfirmed: that AWS refuses a key that is there twice, also when only its case differs.
 */
export function parseManagementPolicy(text: string): ParsedManagementPolicy {
  const { root, troubles } = readJson(text);
  const problems: ManagementProblem[] = troubles.map((trouble) => ({ path: trouble.path.map(String), message: `The policy is not valid JSON: ${trouble.text}.` }));
  if (root === undefined || problems.length > 0) return { problems };
  if (root.members === undefined) return { problems: [{ path: [], message: "A policy is a JSON object." }] };
  const policy = readNode(root, [], problems);
  return problems.length > 0 ? { problems } : { policy, problems };
}

type Path = readonly string[];

/** Mutable while it is read. */
type Building = { -readonly [K in keyof ManagementNode]: ManagementNode[K] } & { readonly keys: Map<string, ManagementNode> };

function readNode(json: JsonNode, path: Path, problems: ManagementProblem[]): ManagementNode {
  const node: Building = { keys: new Map() };
  const names = new Set<string>();
  for (const [name, { node: value }] of json.members ?? []) {
    const at = [...path, name];
    if (name.startsWith("@@")) readOperator(node, name, value, at, problems);
    else if (names.has(name.toLowerCase())) problems.push({ path: at, message: `The key ${name} is there twice; names are compared without case.` });
    else if (value.members === undefined) problems.push({ path: at, message: `${name} must hold keys or an operator such as @@assign, not a plain value.` });
    else node.keys.set(name, readNode(value, at, problems));
    names.add(name.toLowerCase());
  }
  if (isSetting(node) && node.keys.size > 0) problems.push({ path, message: "A key holds either operators or further keys, not both." });
  return node;
}

function readOperator(node: Building, name: string, { value }: JsonNode, path: Path, problems: ManagementProblem[]): void {
  if (name === CHILD_CONTROL) node.allowed = readAllowed(value, path, problems);
  else if (name === "@@assign" && isSettingValue(value)) node.assign = value;
  else if (name === "@@assign") problems.push({ path, message: "@@assign takes a value, or a list of values." });
  else if (name !== "@@append" && name !== "@@remove") problems.push({ path, message: `${name} is not an operator.` });
  else if (!isScalarList(value)) problems.push({ path, message: `${name} takes a list of values.` });
  else if (name === "@@append") node.append = value;
  else node.remove = value;
}

/** Unconfirmed: that AWS refuses an empty list, and `@@all` or `@@none` beside anything else. */
function readAllowed(value: unknown, path: Path, problems: ManagementProblem[]): readonly ValueOperator[] {
  const words: readonly unknown[] = Array.isArray(value) ? value : [];
  if (words.length === 1 && words[0] === "@@all") return VALUE_OPERATORS;
  if (words.length === 1 && words[0] === "@@none") return [];
  const operators = VALUE_OPERATORS.filter((operator) => words.includes(operator));
  if (words.length === 0 || words.some((word) => !VALUE_OPERATORS.some((operator) => operator === word))) {
    problems.push({ path, message: `${CHILD_CONTROL} takes ["@@all"], ["@@none"], or a list of @@assign, @@append and @@remove.` });
  }
  return operators;
}

const isScalar = (value: unknown): value is Scalar => typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const isScalarList = (value: unknown): value is readonly Scalar[] => Array.isArray(value) && value.every(isScalar);

const isSettingValue = (value: unknown): value is SettingValue => isScalar(value) || isScalarList(value);
