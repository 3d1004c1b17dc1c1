import type { Address } from "../ids/index.ts";
import type { Item, Observation } from "../inventory/index.ts";

/** Ids as AWS writes them, wherever they stand in a text: of accounts, organizations, roots, OUs and policies. */
const ID = /\b(?:\d{12}|o-[a-z0-9]{10,32}|r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|p-[a-zA-Z0-9]{8,128})\b/g;

/** The ids of the copy, by those of what was observed. */
export const copiedIds = ({ items }: Pick<Observation, "items">, ids: ReadonlyMap<Address, string>): ReadonlyMap<string, string> =>
  new Map([...items].flatMap(([address, { id }]): [string, string][] => [[id, ids.get(address) ?? id]]));

/** A value with other ids in its texts; those that are not listed stay as they are. */
export function withIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(value).replaceAll(ID, (id) => ids.get(id) ?? id)) as T;
}

/**
 * Writes the copy's ids into the one policy that names things by id and that AWS checks for it: the delegation policy.
 * Ids of nothing that was observed stay as they are.
 */
export function withIdsOfCopy(item: Item, observation: Pick<Observation, "items">, ids: ReadonlyMap<Address, string>): Item {
  return item.kind === "delegation-policy" ? { ...item, document: withIds(item.document, copiedIds(observation, ids)) } : item;
}
