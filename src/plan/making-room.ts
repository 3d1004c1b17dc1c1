import type { Address } from "../ids/index.ts";
import type { DelegatedAdministratorItem, Observation } from "../inventory/index.ts";
import { trustedService } from "../limits/index.ts";
import type { Change } from "./plan.ts";

/** The delegated administrator that a change registers or deregisters. */
export function administratorIn({ desired, observed }: Pick<Change, "desired" | "observed">): DelegatedAdministratorItem | undefined {
  const item = desired ?? observed?.item;
  return item?.kind === "delegated-administrator" ? item : undefined;
}

/** Deregistrations without which AWS would refuse a registration of the same plan: a service takes so many administrators at most. */
export function makingRoom(changes: readonly Change[], observed?: Observation["items"]): ReadonlySet<Address> {
  const ofService = new Map<string, Change[]>();
  for (const change of changes) {
    const service = administratorIn(change)?.service;
    if (service !== undefined) (ofService.get(service) ?? ofService.set(service, []).get(service))?.push(change);
  }
  const first = [...ofService].flatMap(([service, all]) => {
    const [come, go] = [all.filter(({ action }) => action === "enable"), all.filter(({ action }) => action === "disable")];
    const there = Math.max(go.length, [...(observed?.values() ?? [])].filter(({ item }) => item.kind === "delegated-administrator" && item.service === service).length);
    return there + come.length > (trustedService(service)?.maxDelegatedAdministrators ?? Infinity) && come.length > 0 ? go : [];
  });
  return new Set(first.map(({ address }) => address));
}
