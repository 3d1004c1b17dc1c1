import { type Address, parentOu } from "../ids/index.ts";
import type { Inventory, Item, ItemKind, Observation, Observed, Statements } from "../inventory/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import type { Comparer } from "./make.ts";
import type { Difference, Drift } from "./plan.ts";

export interface DriftInput {
  readonly desired: Inventory;
  readonly observation: Observation;
  readonly moved: Statements["moved"];
  readonly comparers: ReadonlyMap<ItemKind, Comparer>;
}

export interface Found extends Pick<Drift, "address" | "kind" | "what" | "differences"> {
  /** Whether the file still says what the last run left: then a change of it is not the file's doing. */
  readonly inFile: boolean;
}

/** Between the file and AWS `before` is AWS; here it is what the last run left. */
export const turned = (differences: readonly Difference[]): Difference[] => differences.map(({ field, before, after }) => ({ field, before: after, after: before }));

const CAN_BE_ADDED: ReadonlySet<ItemKind> = new Set(["account", "ou", "policy", "attachment", "policy-type", "trusted-access", "delegated-administrator"]);

/** Whether somebody can have added it: not AWS, and no operation. */
export const canBeAdded = ({ item, owner }: Observed): boolean => CAN_BE_ADDED.has(item.kind) && owner !== "aws" && owner !== "overlay";

/** An account that the file did not speak of has its id for an address. */
export const formerAddress = ({ item, id }: Observed): Address => (item.kind === "account" ? `account:${id}` : item.address);

/** What a plan does not speak of either, and what goes by another address now. */
export function isSilent(item: Item, { observation, moved }: DriftInput): boolean {
  if (item.kind === "account" && item.state === "closed") return true;
  if (item.kind === "attachment" && isMadeByAws(item) && !observation.items.has(`policy-type:${kindOfPolicy(item.policy)}`)) return true;
  if (moved.size === 0) return false;
  const named = new Set([...moved].flat());
  return [item.address, ...placesOf(item)].some((address) => withParents(address).some((each) => named.has(each)));
}

const kindOfPolicy = (policy: Address): string => policy.slice("policy:".length).split("/", 1)[0] ?? "";

/** What a thing is in, on or of. */
export function placesOf(item: Item): Address[] {
  const { parent, policy, target, account } = item as Partial<Record<"parent" | "policy" | "target" | "account", Address>>;
  return [parent, policy, target, account].filter((address) => address !== undefined);
}

function withParents(address: Address): Address[] {
  const path: Address[] = [];
  for (let at: Address | undefined = address; at !== undefined; at = at.startsWith("ou:") ? parentOu(at) : undefined) path.push(at);
  return path;
}
