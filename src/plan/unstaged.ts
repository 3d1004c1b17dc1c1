import { namesInPack } from "../guardrails/index.ts";
import { type Address, ouPath, ROOT } from "../ids/index.ts";
import type { Inventory, Item, Observation } from "../inventory/index.ts";

/**
 * What to say of guardrails that come to the root, and so to every account at once, without having been in force in the
 * OU PolicyStaging before, where there is one. A new organization has nothing that could break.
 * Source: Organizing Your AWS Environment Using Multiple Accounts, Policy Staging OU.
 */
export function unstagedRemarks(desired: Inventory, { items }: Observation): string[] {
  const there = new Map<Address, Item>(Array.from(items.values(), ({ item }) => [item.address, item]));
  if (![...there.values()].some((item) => item.kind === "ou" && isStaging(item.address))) return [];
  const [atRoot, staged] = [guardrailsAt(there, (target) => target === ROOT), guardrailsAt(there, isStaging)];
  const untried = [...guardrailsAt(desired, (target) => target === ROOT)].filter((name) => !atRoot.has(name) && !staged.has(name));
  if (untried.length === 0) return [];
  const one = untried.length === 1;
  return [`The ${one ? "guardrail" : "guardrails"} ${untried.join(", ")} ${one ? "comes" : "come"} to the root, to every account at once, without having been in PolicyStaging before.`];
}

const isStaging = (target: Address): boolean => target.startsWith("ou:") && ouPath(target)[0]?.toLowerCase().replaceAll(/[-_ ]/g, "") === "policystaging";

function guardrailsAt(items: ReadonlyMap<Address, Item>, isMeant: (target: Address) => boolean): Set<string> {
  const names = [...items.values()].flatMap((item) => {
    const policy = item.kind === "attachment" && isMeant(item.target) ? items.get(item.policy) : undefined;
    return policy?.kind === "policy" ? namesInPack(policy) : [];
  });
  return new Set(names);
}
