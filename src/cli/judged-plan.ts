import { accessDifference, accessModel, type KnownRole } from "../access/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { bearsOnAccess, itemsAfter, lockOuts, type Plan } from "../plan/index.ts";
import { loadCatalog } from "../policy/index.ts";

/** What the file says of those who work in accounts. */
export interface KnownPeople {
  /** Roles and permission sets whose policies are known. */
  readonly roles: readonly KnownRole[];
  /** Roles that guardrails let through. */
  readonly exemptRoles: readonly string[];
}

/** For a plan that was made elsewhere: only what AWS shows is judged. */
export const NOBODY_KNOWN: KnownPeople = { roles: [], exemptRoles: [] };

/** A plan that says who gains and loses access by it, and whom one of its steps would shut out. */
export async function judgedPlan(plan: Plan, desired: Inventory, observation: Observation, { roles, exemptRoles }: KnownPeople): Promise<Plan> {
  const { changes } = plan;
  const { homeRegion } = plan.organization;
  const shut = lockOuts(changes, desired, observation, { homeRegion, exemptRoles });
  const judged = shut.length === 0 ? plan : { ...plan, lockOuts: shut };
  const hasMembers = [...observation.items.values()].some(({ item }) => item.kind === "account" && !item.management);
  if (!hasMembers || !bearsOnAccess(changes)) return judged;
  const before = accessModel(observation, { homeRegion, roles });
  const after = accessModel(itemsAfter(observation.items, desired, changes), { homeRegion, roles, known: observation });
  return { ...judged, access: accessDifference(before, after, await loadCatalog()) };
}
