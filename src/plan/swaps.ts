import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { comparePolicies, containsAllow, effectOfDifference, isPolicyDocument, type PolicyDocument } from "../policy/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import type { Change } from "./plan.ts";

const FULL_ACCESS = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);

/** Whether a plan has changes that phases alone do not keep from opening something on the way. */
export function isSwapping(changes: readonly Change[], desired: Inventory, items: Observation["items"]): boolean {
  if (changes.some(({ address, action }) => address === policyTypeAddress("scp") && action === "disable")) return false;
  const created = new Set(changes.filter(({ action }) => action === "create" || action === "enable").map(({ address }) => address));
  const atTarget = new Map<Address, Change[]>();
  for (const change of changes) {
    if (change.kind !== "attachment") continue;
    const { policy, target } = attachmentOf(change);
    // A new account is judged by its place: nothing can be attached to it before it is there.
    if (!policy.startsWith("policy:scp/") || (target.startsWith("account:") && created.has(target))) continue;
    (atTarget.get(target) ?? atTarget.set(target, []).get(target))?.push(change);
  }
  const textsOf = (policy: Address): PolicyDocument[] =>
    [items.get(policy)?.item, desired.get(policy)].flatMap((item) => (item?.kind === "policy" && isPolicyDocument(item.document) ? [item.document] : []));
  const isSwap = ([target, there]: [Address, Change[]]): boolean => {
    const full = there.find((change) => attachmentOf(change).policy === FULL_ACCESS);
    const hadFull = full === undefined ? items.has(attachmentAddress(FULL_ACCESS, target)) || created.has(target) || created.has(policyTypeAddress("scp")) : full.action === "detach";
    if (hadFull && full === undefined) return false;
    const [comes, goes] = (["attach", "detach"] as const).map((action) => there.filter((change) => change.action === action && change !== full).map((change) => textsOf(attachmentOf(change).policy)));
    if ([...(comes ?? []), ...(goes ?? [])].some((texts) => texts.some(containsAllow) && texts.some(containsDeny))) return true;
    return full === undefined && [comes, goes].every((side) => side?.some((texts) => texts.some(containsAllow)) === true);
  };
  return [...atTarget].some(isSwap) || changes.some((change) => isUnguarded(change, changes));
}

const containsDeny = ({ Statement }: PolicyDocument): boolean => [Statement].flat().some(({ Effect }) => Effect === "Deny");

/** A text that lets through more and less than the old one, with no guard between them though other changes go with it. */
function isUnguarded({ kind, phase, guard, desired, observed, address }: Change, changes: readonly Change[]): boolean {
  if (kind !== "policy" || phase !== "loosen" || guard !== undefined || desired?.kind !== "policy" || observed?.item.kind !== "policy") return false;
  const [old, next] = [observed.item.document, desired.document];
  if (!isPolicyDocument(old) || !isPolicyDocument(next) || effectOfDifference(comparePolicies(old, next)) !== "mixed") return false;
  return changes.some((other) => other.address !== address && (other.kind === "attachment" || other.kind === "policy" || other.kind === "account"));
}
