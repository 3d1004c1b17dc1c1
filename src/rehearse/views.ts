import { type Address, parentOu, ROOT } from "../ids/index.ts";
import type { Inventory, Item, Observation } from "../inventory/index.ts";
import { isAuthorizationKind } from "../limits/index.ts";
import { isPolicyDocument, type NamedPolicy, type PolicyDocument, type PolicyLevel } from "../policy/index.ts";

/** What holds one account at a moment: the policies of each level, from the root to the account. */
export interface AccountView {
  readonly parent: Address;
  readonly isActive: boolean;
  /** Absent where the policy type is off. */
  readonly scps?: readonly PolicyLevel[];
  readonly rcps?: readonly PolicyLevel[];
}

/** The views of all member accounts, by AWS id: an address may change on the way. */
export function viewsOf({ items, managementAccountId }: Observation): Map<string, AccountView> {
  const at = new Map<Address, { scp: NamedPolicy[]; rcp: NamedPolicy[] }>();
  for (const { item } of items.values()) {
    if (item.kind !== "attachment") continue;
    const policy = items.get(item.policy)?.item;
    const document = policy === undefined ? undefined : documentOf(policy);
    if (policy?.kind !== "policy" || document === undefined || !isAuthorizationKind(policy.policyKind)) continue;
    const level = at.get(item.target) ?? { scp: [], rcp: [] };
    level[policy.policyKind].push({ name: policy.name, document });
    at.set(item.target, level);
  }
  const levels = (kind: "scp" | "rcp", account: Address, parent: Address): PolicyLevel[] | undefined =>
    items.has(`policy-type:${kind}`) ? [...pathTo(parent), account].map((name) => ({ name, policies: byName(at.get(name)?.[kind] ?? []) })) : undefined;
  const views = new Map<string, AccountView>();
  for (const { item, id } of items.values()) {
    if (item.kind !== "account" || id === managementAccountId) continue;
    views.set(id, { parent: item.parent, isActive: item.state !== "closed", scps: levels("scp", item.address, item.parent), rcps: levels("rcp", item.address, item.parent) });
  }
  return views;
}

/** The root and the OUs on the way to a place. */
function pathTo(place: Address): Address[] {
  const path: Address[] = [];
  for (let node: Address | undefined = place; node !== undefined; node = node === ROOT ? undefined : parentOu(node)) path.unshift(node);
  return path;
}

const byName = (policies: readonly NamedPolicy[]): NamedPolicy[] => policies.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The text of an SCP or RCP; AWS's own RCP holds nothing back and is no RCP as the evaluator reads one. */
function documentOf(item: Item): PolicyDocument | undefined {
  if (item.kind !== "policy" || item.name === "RCPFullAWSAccess") return undefined;
  return isPolicyDocument(item.document) ? item.document : undefined;
}

/** Every SCP and RCP of what was observed and of what is declared. */
export const documentsIn = (observation: Observation, desired: Inventory): PolicyDocument[] =>
  [...Array.from(observation.items.values(), ({ item }) => item), ...desired.values()].flatMap((item) => {
    if (item.kind !== "policy" || !isAuthorizationKind(item.policyKind)) return [];
    return documentOf(item) ?? [];
  });
