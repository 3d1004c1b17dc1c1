import { namesInPack, statementsInPack } from "../guardrails/index.ts";
import { type Address, ouPath, ROOT } from "../ids/index.ts";
import type { Inventory, Item, Observation, PolicyItem } from "../inventory/index.ts";
import { normalizePolicy, type PolicyStatement } from "../policy/index.ts";

/**
 * What to say of guardrails that come to the root, or change there, and so for every account at once, without having been
 * in force in that form in the OU PolicyStaging before, where there is one. A new organization has nothing that could break.
 * Source: Organizing Your AWS Environment Using Multiple Accounts, Policy Staging OU.
 */
export function unstagedRemarks(desired: Inventory, { items }: Observation): string[] {
  const there = new Map<Address, Item>(Array.from(items.values(), ({ item }) => [item.address, item]));
  if (![...there.values()].some((item) => item.kind === "ou" && isStaging(item.address))) return [];
  const [atRoot, staged] = [guardrailsAt(there, (target) => target === ROOT), guardrailsAt(there, isStaging)];
  // What is tried under another name is tried: a guardrail has one form in a file, so its next one is a guardrail beside it.
  const tried = new Set([...atRoot.values(), ...staged.values()].flatMap((texts) => [...texts]));
  const untried = [...guardrailsAt(desired, (target) => target === ROOT)].flatMap(([name, texts]) => ([...texts].every((text) => tried.has(text)) ? [] : [name]));
  const isKnown = (name: string): boolean => atRoot.has(name) || staged.has(name);
  return [
    ...remark(untried.filter((name) => !isKnown(name)), ["comes", "come"], "to the root, to every account at once, without having been in PolicyStaging before"),
    ...remark(untried.filter(isKnown), ["is", "are"], "to hold at the root, for every account at once, in a form that has not been in PolicyStaging before"),
  ];
}

const remark = (names: readonly string[], [one, many]: readonly [string, string], rest: string): string[] =>
  names.length === 0 ? [] : [`The ${names.length === 1 ? "guardrail" : "guardrails"} ${names.join(", ")} ${names.length === 1 ? one : many} ${rest}.`];

const isStaging = (target: Address): boolean => target.startsWith("ou:") && ouPath(target)[0]?.toLowerCase().replaceAll(/[-_ ]/g, "") === "policystaging";

/** The guardrails at some places by name, with what they say there, which may differ from place to place. */
function guardrailsAt(items: ReadonlyMap<Address, Item>, isMeant: (target: Address) => boolean): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const item of items.values()) {
    const policy = item.kind === "attachment" && isMeant(item.target) ? items.get(item.policy) : undefined;
    if (policy?.kind !== "policy") continue;
    for (const [name, text] of textsIn(policy)) found.set(name, new Set([...(found.get(name) ?? []), text]));
  }
  return found;
}

/** What each guardrail of a pack says, in one form however AWS has written it. Sids have the name in them, and no effect. */
function textsIn(policy: PolicyItem): [string, string][] {
  const statements = statementsInPack(policy);
  return namesInPack(policy).map((name) => {
    const own = statements.get(name);
    return [name, own === undefined ? inOrder(policy.document) : JSON.stringify(normalizePolicy({ Version: "2012-10-17", Statement: own.map(withoutSid) }).Statement)];
  });
}

function withoutSid(statement: PolicyStatement): PolicyStatement {
  const { Sid: _sid, ...said } = statement;
  return said;
}

/** JSON with the keys of each object in order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));
