import type { AccessLevel, ActionFacts, ActionResourceFacts, ConditionKeyFacts, ResourceTypeFacts, ServiceFacts } from "./facts.ts";

const ACCESS: Readonly<Record<string, AccessLevel>> = { L: "list", R: "read", W: "write", T: "tagging", P: "permissions-management" };
const TYPES: Readonly<Record<string, ConditionKeyFacts["type"]>> = { S: "string", A: "arn", B: "bool", N: "numeric", D: "date", I: "ip-address" };
const BASE = 36;

export type KeySets = (set: string) => readonly ConditionKeyFacts[];

/** A key after the letter of its type; a small letter is that of a key with several values. */
export function conditionKey(text: string): ConditionKeyFacts {
  const letter = text.slice(0, 1);
  const capital = letter.toUpperCase();
  return { key: text.slice(1), type: known(TYPES[capital], text), many: letter !== capital };
}

/** Looks sets of keys up by their number, each made once. */
export function keySets(keys: readonly ConditionKeyFacts[], sets: readonly string[]): KeySets {
  const made: (readonly ConditionKeyFacts[] | undefined)[] = [];
  return (number) => {
    const place = Number.parseInt(number, BASE);
    return (made[place] ??= listed(sets[place] ?? "", ",").map((key) => known(keys[Number.parseInt(key, BASE)], key)));
  };
}

/** Reads the line of one service. */
export function readServiceLine(line: string, setOf: KeySets): ServiceFacts {
  const [prefix = "", name = "", category = "", keys = "", resources = "", actions = ""] = line.split("\t");
  const resourceTypes = listed(resources, "|").map((record) => resourceType(record, setOf));
  const byName = listed(actions, "|").map((record): [string, ActionFacts] => {
    const facts = action(prefix, record, resourceTypes, setOf);
    return [facts.action.slice(prefix.length + 1).toLowerCase(), facts];
  });
  return { prefix, name, category, actions: new Map(byName), resourceTypes, conditionKeys: setOf(keys) };
}

function resourceType(record: string, setOf: KeySets): ResourceTypeFacts {
  const [name = "", arns = "", keys = ""] = record.split("=");
  return { name, arns: arns.split(", "), conditionKeys: setOf(keys) };
}

function action(prefix: string, record: string, types: readonly ResourceTypeFacts[], setOf: KeySets): ActionFacts {
  const [name = "", keys = "", dependent = "", ...resources] = record.split(";");
  return {
    action: `${prefix}:${name.slice(1)}`,
    access: known(ACCESS[name.slice(0, 1)], record),
    resourceTypes: resources.map((resource) => actionResource(resource, types, setOf)),
    conditionKeys: setOf(keys),
    dependentActions: listed(dependent, ","),
  };
}

function actionResource(record: string, types: readonly ResourceTypeFacts[], setOf: KeySets): ActionResourceFacts {
  const [place = "", keys = "", dependent = ""] = record.split("#");
  const required = place.startsWith("!");
  const type = known(types[Number.parseInt(required ? place.slice(1) : place, BASE)], record);
  return { type, required, conditionKeys: setOf(keys), dependentActions: listed(dependent, ",") };
}

const listed = (text: string, mark: string): string[] => (text === "" ? [] : text.split(mark));

function known<T>(value: T | undefined, record: string): T {
  if (value === undefined) throw new TypeError(`the table of actions has an unreadable record: ${record}`);
  return value;
}
