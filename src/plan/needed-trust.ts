import { trustedAccessAddress } from "../ids/index.ts";
import type { Inventory, Item, Observation } from "../inventory/index.ts";
import { ACCOUNT_MANAGEMENT } from "../limits/index.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";

/** Whether a change gives an account that exists a new name, which Account Management does. */
export const isRenaming = ({ kind, observed, differences }: Change): boolean => kind === "account" && observed !== undefined && differences.some(({ field }) => field === "name");

/** The trusted access that renaming accounts needs, where it is neither there nor declared. */
export function trustForNames(changes: readonly Change[], desired: Inventory, { items }: Observation): Change[] {
  const address = trustedAccessAddress(ACCOUNT_MANAGEMENT);
  if (desired.has(address) || items.has(address) || !changes.some(isRenaming)) return [];
  const item: Item = { kind: "trusted-access", address, service: ACCOUNT_MANAGEMENT };
  return [{ ...change.create(item), reason: "AWS renames accounts through it" }];
}
