import { namesInPack, type Pack, packed, type PackPart, slotsFor, statementsInPack } from "../guardrails/index.ts";
import { type Address, attachmentAddress, type AuthorizationPolicyKind, policyAddress } from "../ids/index.ts";
import { isAuthorizationKind } from "../limits/index.ts";
import { comparePolicies, isEmptyDifference, isPolicyDocument, policyText } from "../policy/index.ts";
import { addressTag } from "./expand.ts";
import { ADDRESS_TAG, type Inventory, type Item, type Observation, type PolicyItem } from "./items.ts";

const FULL_ACCESS = policyAddress("scp", "FullAWSAccess");

/**
 * What is declared, its guardrails in the packs in which AWS has them, as far as they fit there. AWS alone remembers
 * which those are, so that an edited guardrail rewrites one pack.
 */
export function withPacksOf(desired: Inventory, observation: Observation): Inventory {
  const before = [...observation.items.values()].flatMap(({ item, owner }) => (owner === "ours" && isPack(item) ? [item] : []));
  const declared = [...desired.values()].filter(isPack);
  const [example] = declared;
  if (example === undefined || before.length === 0) return desired;
  const parts = declared.flatMap((pack) => partsOf(pack, desired.values()));
  const there = Array.from(observation.items.values(), ({ item }) => item);
  const alone = editedIn(parts, before.flatMap((pack) => partsOf(pack, there))) <= 1 && !changesOtherwise(desired, observation);
  const packs = packed(parts, { before: before.map((item) => ({ ...item, kind: item.policyKind, targets: targetsOf(item, there) })), alone, room: roomIn(desired) });
  return rebuilt(desired, packs, example);
}

type PackItem = PolicyItem & { readonly policyKind: AuthorizationPolicyKind };

/** A policy of requests that holds guardrails; settings are not joined. */
const isPack = (item: Item): item is PackItem => item.kind === "policy" && isAuthorizationKind(item.policyKind) && namesInPack(item).length > 0;

const targetsOf = (pack: PackItem, items: Iterable<Item>): Address[] => Array.from(items).flatMap((item) => (item.kind === "attachment" && item.policy === pack.address ? [item.target] : []));

function partsOf(pack: PackItem, items: Iterable<Item>): PackPart[] {
  const targets = targetsOf(pack, items);
  return Array.from(statementsInPack(pack), ([name, statements]) => ({ name, kind: pack.policyKind, statements, targets }));
}

/** How many guardrails come, go, read otherwise or hang elsewhere than AWS has them. */
function editedIn(parts: readonly PackPart[], before: readonly PackPart[]): number {
  const textsOf = (all: readonly PackPart[]): Map<string, string> => {
    const texts = new Map<string, string>();
    for (const { kind, name, statements, targets } of all) {
      const key = `${kind} ${name}`;
      texts.set(key, [texts.get(key) ?? "", policyText({ Version: "2012-10-17", Statement: statements }), ...targets.toSorted()].join("\n"));
    }
    return texts;
  };
  const [now, there] = [textsOf(parts), textsOf(before)];
  return [...new Set([...now.keys(), ...there.keys()])].filter((key) => now.get(key) !== there.get(key)).length;
}

/** Whether anything but guardrails changes that has a say in what is let through. */
function changesOtherwise(desired: Inventory, { items }: Observation): boolean {
  for (const item of desired.values()) {
    const observed = items.get(item.address)?.item;
    if (item.kind === "account" && !item.management && (observed?.kind !== "account" || observed.parent !== item.parent)) return true;
    if (item.kind === "attachment" && observed === undefined && !isPackAddress(item.policy, desired)) return true;
    if (item.kind === "policy" && !isPack(item) && (observed?.kind !== "policy" || !isSameText(item, observed))) return true;
  }
  return [...items.values()].some(({ item, owner }) => {
    const policy = item.kind === "attachment" ? items.get(item.policy)?.item : undefined;
    return owner === "ours" && policy !== undefined && !isPack(policy) && !desired.has(item.address);
  });
}

const isSameText = ({ document }: PolicyItem, { document: other }: PolicyItem): boolean =>
  isPolicyDocument(document) && isPolicyDocument(other) ? isEmptyDifference(comparePolicies(other, document)) : JSON.stringify(document) === JSON.stringify(other);

/** Room for packs at each place, by what else is attached there. */
function roomIn(desired: Inventory): (kind: AuthorizationPolicyKind, target: Address) => number {
  const others = new Map<string, number>();
  for (const item of desired.values()) {
    if (item.kind !== "attachment") continue;
    const policy = desired.get(item.policy);
    if (policy?.kind !== "policy" || isPack(policy)) continue;
    const key = `${policy.policyKind} ${item.target}`;
    others.set(key, (others.get(key) ?? 0) + 1);
  }
  return (kind, target) => slotsFor(kind, others.get(`${kind} ${target}`) ?? 0, desired.has(attachmentAddress(FULL_ACCESS, target)));
}

function rebuilt(desired: Inventory, packs: readonly Pack[], { tags }: PackItem): Inventory {
  const kept = [...desired.values()].filter((item) => !isPack(item) && !(item.kind === "attachment" && isPackAddress(item.policy, desired)));
  const policies = packs.map(({ kind, name, description, document }): Item => {
    const address = policyAddress(kind, name);
    return { kind: "policy", address, policyKind: kind, name, description, document, tags: { ...tags, [ADDRESS_TAG]: addressTag(address) } };
  });
  const attachments = packs.flatMap(({ kind, name, targets }) => {
    const policy = policyAddress(kind, name);
    return targets.map((target): Item => ({ kind: "attachment", address: attachmentAddress(policy, target), policy, target }));
  });
  return new Map([...kept, ...policies, ...attachments].map((item) => [item.address, item]));
}

const isPackAddress = (address: Address, desired: Inventory): boolean => {
  const item = desired.get(address);
  return item !== undefined && isPack(item);
};
