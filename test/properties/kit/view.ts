import { attachedTo } from "../../../src/emulator/services/organizations/attached.ts";
import { managedPolicy } from "../../../src/emulator/services/organizations/managed-policies.ts";
import { accountsTable, allAccounts, allUnits, keysOf, type OrganizationRecord, organizationsTable, policiesTable, unitsTable } from "../../../src/emulator/services/organizations/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import { type Level, letThrough, type Requests } from "./requests.ts";

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
  const levels = new Levels(world, organization);
  return new Map(
    keysOf(allAccounts(world, organization.id)).flatMap((id): [string, AccountView][] => {
      const account = accountsTable(world).get(id);
      if (account === undefined || id === organization.managementAccountId) return [];
      const { state, parentId } = account;
      const above = levels.path(parentId);
      return [[id, { id, state, parentId, through: letThrough([...above, levels.of(id)]), throughPath: letThrough(above) }]];
    }),
  );
}

/** The policies of the root and of each OU, by their ids. */
export function placeLevels(world: World): Map<string, Level> {
  const organization = organizationIn(world);
  if (organization === undefined) return new Map();
  const levels = new Levels(world, organization);
  return new Map([organization.rootId, ...keysOf(allUnits(world, organization.id))].map((id) => [id, levels.of(id)]));
}

/** What a place would let through with the policies it has now, and above it, as far as they were there then, those of then. */
export function throughSince(world: World, then: ReadonlyMap<string, Level>, placeId: string): Requests {
  const organization = organizationIn(world);
  if (organization === undefined) return 0;
  const levels = new Levels(world, organization);
  return letThrough(pathOf(world, placeId).map((id) => then.get(id) ?? levels.of(id)));
}

/** The policies attached to each node. A type that is off holds nothing back. */
class Levels {
  readonly #world: World;
  readonly #organization: OrganizationRecord;
  readonly #known = new Map<string, Level>();

  constructor(world: World, organization: OrganizationRecord) {
    this.#world = world;
    this.#organization = organization;
  }

  of(id: string): Level {
    const level = this.#known.get(id) ?? { scps: this.#textsAt(id, "SERVICE_CONTROL_POLICY", [FULL_ACCESS]), rcps: this.#textsAt(id, "RESOURCE_CONTROL_POLICY", []) };
    this.#known.set(id, level);
    return level;
  }

  /** From the root down to a place. */
  path(id: string): Level[] {
    return pathOf(this.#world, id).map((place) => this.of(place));
  }

  #textsAt(id: string, type: string, whenOff: readonly string[]): readonly string[] {
    if (this.#organization.policyTypes[type] !== "ENABLED") return whenOff;
    return attachedTo(this.#world, this.#organization, id, type).map((policy) => (policiesTable(this.#world).get(policy) ?? managedPolicy(policy))?.content ?? "");
  }
}

const FULL_ACCESS = managedPolicy("p-FullAWSAccess")?.content ?? "";

/** Ids from the root down. */
function pathOf(world: World, id: string): string[] {
  const parent = unitsTable(world).get(id)?.parentId;
  return parent === undefined ? [id] : [...pathOf(world, parent), id];
}
