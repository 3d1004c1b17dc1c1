import { type Place, type ShutOut, shutOut, tellingApart } from "../access/index.ts";
import { type Address, parentOu, partitionOfRegion, policyTypeAddress } from "../ids/index.ts";
import { type Inventory, type Item, MANAGEMENT_ACCOUNT, type Observation } from "../inventory/index.ts";
import { isAuthorizationKind } from "../limits/index.ts";
import type { AccessState } from "./access-state.ts";

export interface LockOutOptions {
  readonly homeRegion: string;
  readonly exemptRoles: readonly string[];
}

/** What a guard looks at. */
export interface Guarded {
  /** At the moment of the run. */
  readonly state: AccessState;
  /** As it will be after the plan. */
  readonly after: Inventory;
  readonly desired: Inventory;
  readonly observation: Observation;
}

/** Asks who is shut out of an account at the moment; accounts that no policy tells apart are asked once. */
export class LockOutGuard {
  readonly #state: AccessState;
  readonly #known = new Map<string, readonly ShutOut[]>();
  readonly #place: Omit<Place, "accountId" | "administers" | "organizationPath" | "managementPath">;
  readonly #observation: Observation;
  readonly #administers = new Map<Address, Set<string>>();
  readonly #types: { readonly scp: boolean; readonly rcp: boolean };
  readonly #tell: ReturnType<typeof tellingApart>;
  readonly #paths = new Map<Address, string>();

  constructor({ state, after, desired, observation }: Guarded, { homeRegion, exemptRoles }: LockOutOptions) {
    this.#state = state;
    this.#observation = observation;
    this.#types = { scp: after.has(policyTypeAddress("scp")), rcp: after.has(policyTypeAddress("rcp")) };
    const trusted = new Set([...after.values()].flatMap((item) => (item.kind === "trusted-access" ? [item.service] : [])));
    for (const item of after.values()) {
      if (item.kind === "delegated-administrator") this.#administers.set(item.account, (this.#administers.get(item.account) ?? new Set()).add(item.service));
    }
    this.#tell = tellingApart(JSON.stringify([...textsIn(desired.values()), ...textsIn(Array.from(observation.items.values(), ({ item }) => item))]));
    this.#place = {
      partition: partitionOfRegion(homeRegion)?.partition ?? "aws",
      homeRegion,
      managementAccountId: observation.managementAccountId,
      organizationId: observation.organizationId ?? "o-0000000000",
      exemptRoles,
      trusted,
    };
  }

  of(account: Address): readonly ShutOut[] {
    const [scps, rcps] = (["scp", "rcp"] as const).map((type) => this.#state.levelsOf(account, type));
    const key = `${scps?.key ?? ""} ${rcps?.key ?? ""} ${this.#ownKeyOf(account)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { id: accountId, organizationPath } = this.#told(account);
    const place = { ...this.#place, accountId, organizationPath, managementPath: this.#pathOf(this.#state.parentOf(MANAGEMENT_ACCOUNT)), administers: this.#administers.get(account) ?? new Set<string>() };
    const found = shutOut({ ...(this.#types.scp && scps !== undefined ? { scps: scps.levels } : {}), ...(this.#types.rcp && rcps !== undefined ? { rcps: rcps.levels } : {}) }, place);
    this.#known.set(key, found);
    return found;
  }

  /** Equal for accounts of which `of` says the same at one moment; found without looking at any policy. */
  keyOf(account: Address): string {
    return `${this.#state.parentOf(account)} ${[...this.#state.policiesOf(account)].toSorted().join(",")} ${this.#ownKeyOf(account)}`;
  }

  /** The root, the OUs and the account itself. */
  wayOf(account: Address): readonly Address[] {
    return this.#state.levelsOf(account, "scp").levels.map(({ name }) => name);
  }

  #ownKeyOf(account: Address): string {
    return `${[...(this.#administers.get(account) ?? [])].join(",")} ${this.#tell(this.#told(account))}`;
  }

  #told(account: Address): { readonly id: string; readonly organizationPath: string } {
    return { id: this.#observation.items.get(account)?.id ?? "000000000001", organizationPath: this.#pathOf(this.#state.parentOf(account)) };
  }

  /** As `aws:PrincipalOrgPaths` has it. No policy can name an OU that is still to be made. */
  #pathOf(place: Address): string {
    const known = this.#paths.get(place);
    if (known !== undefined) return known;
    const above = parentOu(place);
    const path = above === undefined ? `${this.#place.organizationId}/${this.#observation.rootId ?? "r-0000"}/` : `${this.#pathOf(above)}${this.#observation.items.get(place)?.id ?? "ou-0000-00000000"}/`;
    this.#paths.set(place, path);
    return path;
  }
}

const textsIn = (items: Iterable<Item>): unknown[] => [...items].flatMap((item) => (item.kind === "policy" && isAuthorizationKind(item.policyKind) ? [item.document] : []));
