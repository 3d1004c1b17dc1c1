import { type AccessDifference, accessDifference, accessModel, type KnownRole } from "../access/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { bearsOnAccess, itemsAfter, type Plan } from "../plan/index.ts";
import { loadCatalog } from "../policy/index.ts";

/** Who gains and who loses access by a plan; undefined where none of its changes can make a difference. */
export async function accessOfPlan({ changes }: Plan, desired: Inventory, observation: Observation, { homeRegion, roles }: { readonly homeRegion: string; readonly roles: readonly KnownRole[] }): Promise<AccessDifference | undefined> {
  const hasMembers = [...observation.items.values()].some(({ item }) => item.kind === "account" && !item.management);
  if (!hasMembers || !bearsOnAccess(changes)) return undefined;
  const before = accessModel(observation, { homeRegion, roles });
  const after = accessModel(itemsAfter(observation.items, desired, changes), { homeRegion, roles, known: observation });
  return accessDifference(before, after, await loadCatalog());
}
