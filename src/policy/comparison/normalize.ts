import type { ConditionBlock, OneOrMany, PolicyDocument, PolicyStatement, PrincipalElement } from "../document.ts";
import { parseOperator } from "../operators.ts";
import { listOf } from "../shape.ts";

/** What AWS assumes when a document has no Version. Source: IAM User Guide, "IAM JSON policy elements: Version". */
const DEFAULT_VERSION = "2008-10-17";

/** Texts by code unit: the same on every machine, unlike a locale's order. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortedSet = (values: Iterable<string>): string[] => [...new Set(values)].sort(byText);

/**
 * One canonical form: statements, lists and condition keys sorted and without repetition, single values as lists,
 * actions and condition keys in lower case (AWS ignores their case), operators in AWS's capitals, scalars as text,
 * the Version written out. Two documents with one canonical form mean the same; Sids and Ids count.
 */
export function normalizePolicy(document: PolicyDocument): PolicyDocument {
  const statements = new Map(
    listOf(document.Statement).map((statement) => {
      const normal = normalizeStatement(statement);
      return [JSON.stringify(normal), normal] as const;
    }),
  );
  return {
    Version: document.Version ?? DEFAULT_VERSION,
    ...(document.Id === undefined ? {} : { Id: document.Id }),
    Statement: [...statements].sort(([a], [b]) => byText(a, b)).map(([, statement]) => statement),
  };
}

/** True when two documents mean the same by their canonical form. */
export const equalPolicies = (a: PolicyDocument, b: PolicyDocument): boolean =>
  JSON.stringify(normalizePolicy(a)) === JSON.stringify(normalizePolicy(b));

/** The same of one statement, which keeps its place. */
export function normalizeStatement(statement: PolicyStatement): PolicyStatement {
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
  const condition = Condition === undefined ? {} : normalizeCondition(Condition);
  return {
    ...(Sid === undefined ? {} : { Sid }),
    Effect,
    ...(Principal === undefined ? {} : { Principal: normalizePrincipal(Principal) }),
    ...(NotPrincipal === undefined ? {} : { NotPrincipal: normalizePrincipal(NotPrincipal) }),
    ...(Action === undefined ? {} : { Action: normalizeActions(Action) }),
    ...(NotAction === undefined ? {} : { NotAction: normalizeActions(NotAction) }),
    ...(Resource === undefined ? {} : { Resource: sortedSet(listOf(Resource)) }),
    ...(NotResource === undefined ? {} : { NotResource: sortedSet(listOf(NotResource)) }),
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
}

const normalizeActions = (actions: OneOrMany<string>): string[] =>
  sortedSet(listOf(actions).map((action) => action.toLowerCase()));

function normalizePrincipal(principal: PrincipalElement): PrincipalElement {
  if (principal === "*") return principal;
  return sortedRecord(Object.entries(principal).map(([type, values]) => [type, sortedSet(listOf(values))]));
}

function normalizeCondition(block: ConditionBlock): ConditionBlock {
  const operators = Object.entries(block)
    .map(([operator, keys]) => [operator, normalizeKeys(keys)] as const)
    .filter(([, keys]) => Object.keys(keys).length > 0);
  return sortedRecord(renamed(operators, (operator) => parseOperator(operator)?.canonical ?? operator));
}

function normalizeKeys(keys: ConditionBlock[string]): ConditionBlock[string] {
  const entries = Object.entries(keys).map(([key, values]) => [key, sortedSet(listOf(values).map(String))] as const);
  return sortedRecord(renamed(entries, (key) => key.toLowerCase()));
}

/** Renames entries, except those that would then share a name: joining them would change what they mean. */
function renamed<T>(entries: readonly (readonly [string, T])[], rename: (name: string) => string): (readonly [string, T])[] {
  const uses = new Map<string, number>();
  for (const [name] of entries) uses.set(rename(name), (uses.get(rename(name)) ?? 0) + 1);
  return entries.map(([name, value]) => [uses.get(rename(name)) === 1 ? rename(name) : name, value]);
}

const sortedRecord = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => byText(a, b)));
