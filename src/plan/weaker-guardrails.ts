import { namesInPack, statementsInPack } from "../guardrails/index.ts";
import { type Address, attachmentAddress, type PolicyKind, ROOT } from "../ids/index.ts";
import type { Inventory, Item, Observation, PolicyItem } from "../inventory/index.ts";
import { isAuthorizationKind } from "../limits/index.ts";
import { comparePolicies, effectOfDifference, type PolicyStatement } from "../policy/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Change } from "./plan.ts";

/**
 * The guardrails of a changed policy that allow more at the root after the plan than before, whichever policies hold
 * them; undefined where the policy holds none, or settings, which are not judged.
 */
export function weakerGuardrails(change: Change, desired: Inventory, { items }: Observation): readonly string[] | undefined {
  const address = change.kind === "attachment" ? attachmentOf(change).policy : change.address;
  const there: ReadonlyMap<Address, Item> = new Map(Array.from(items.values(), ({ item }) => [item.address, item]));
  const [before, after] = [packAt(address, there), packAt(address, desired)];
  const names = [...new Set([before, after].flatMap((pack) => (pack === undefined ? [] : namesInPack(pack))))];
  const kind = (before ?? after)?.policyKind;
  if (names.length === 0 || kind === undefined || !isAuthorizationKind(kind)) return undefined;
  return names.filter((name) => {
    const [one, other] = [statementsAtRoot(name, kind, there), statementsAtRoot(name, kind, desired)];
    const effect = effectOfDifference(comparePolicies({ Version: "2012-10-17", Statement: one }, { Version: "2012-10-17", Statement: other }));
    return effect !== "narrows" && effect !== "none";
  });
}

function packAt(address: Address, items: ReadonlyMap<Address, Item>): PolicyItem | undefined {
  const item = items.get(address);
  return item?.kind === "policy" ? item : undefined;
}

const statementsAtRoot = (name: string, kind: PolicyKind, items: ReadonlyMap<Address, Item>): PolicyStatement[] =>
  [...items.values()].flatMap((item) => (item.kind === "policy" && item.policyKind === kind && items.has(attachmentAddress(item.address, ROOT)) ? (statementsInPack(item).get(name) ?? []) : []));
