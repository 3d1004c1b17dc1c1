import { attachedTo } from "../../../src/emulator/services/organizations/attached.ts";
import { managedPolicy } from "../../../src/emulator/services/organizations/managed-policies.ts";
import { accountsTable, allAccounts, allUnits, keysOf, type OrganizationRecord, organizationsTable, policiesTable, unitsTable } from "../../../src/emulator/services/organizations/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import { type Enabled, type Level, letThrough, type Requests } from "./requests.ts";

const TYPES = { scps: "SERVICE_CONTROL_POLICY", rcps: "RESOURCE_CONTROL_POLICY" } as const;

/** What one account's policies let through at a moment. */
export interface AccountView {
  readonly id: string;
  /** As AWS keeps it; only an active account can be asked for anything. */
  readonly state: string;
  readonly parentId: string;
  readonly through: Requests;
  /** The same without the policies attached to the account itself. */
  readonly throughPath: Requests;
}

export const organizationIn = (world: World): OrganizationRecord | undefined => [...organizationsTable(world).values()][0];

/** What the policies of the whole organization let through, by account id. The management account is never held back. */
export function accountViews(world: World): Map<string, AccountView> {
  const organization = organizationIn(world);
  if (organization === undefined) return new Map();
  const enabled = enabledTypes(world);
  const { path, levelOf } = levelsIn(world, organization);
  return new Map(
    keysOf(allAccounts(world, organization.id)).flatMap((id): [string, AccountView][] => {
      const account = accountsTable(world).get(id);
      if (account === undefined || id === organization.managementAccountId) return [];
      const { state, parentId } = account;
      const above = path(parentId);
      return [[id, { id, state, parentId, through: letThrough([...above, levelOf(id)], enabled), throughPath: letThrough(above, enabled) }]];
    }),
  );
}

/** What the policies of the root and of each OU let through in an account there, by their ids. */
export function placeViews(world: World): Map<string, Requests> {
  const organization = organizationIn(world);
  if (organization === undefined) return new Map();
  const { path } = levelsIn(world, organization);
  return new Map([organization.rootId, ...keysOf(allUnits(world, organization.id))].map((id) => [id, letThrough(path(id), enabledTypes(world))]));
}

function levelsIn(world: World, organization: OrganizationRecord) {
  const levels = new Map<string, Level>();
  const levelOf = (id: string): Level => {
    const made = levels.get(id) ?? { scps: textsAt(world, organization, id, TYPES.scps), rcps: textsAt(world, organization, id, TYPES.rcps) };
    levels.set(id, made);
    return made;
  };
  /** From the root down. */
  const path = (id: string): Level[] => {
    const parent = unitsTable(world).get(id)?.parentId;
    return parent === undefined ? [levelOf(id)] : [...path(parent), levelOf(id)];
  };
  return { path, levelOf };
}

const textsAt = (world: World, organization: OrganizationRecord, id: string, type: string): string[] =>
  attachedTo(world, organization, id, type).map((policy) => (policiesTable(world).get(policy) ?? managedPolicy(policy))?.content ?? "");

/** The policy types that are in force and decide what is allowed. */
function enabledTypes(world: World): Enabled {
  const types = organizationIn(world)?.policyTypes ?? {};
  return { scp: types[TYPES.scps] === "ENABLED", rcp: types[TYPES.rcps] === "ENABLED" };
}
