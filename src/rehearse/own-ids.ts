import type { Address } from "../ids/index.ts";
import type { Item, Observation } from "../inventory/index.ts";
import type { PolicyContent } from "../policy/index.ts";

/** Ids as AWS writes them, wherever they stand in a text: of accounts, organizations, roots, OUs and policies. */
const ID = /\b(?:\d{12}|o-[a-z0-9]{10,32}|r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|p-[a-zA-Z0-9]{8,128})\b/g;

/**
 * Writes the copy's ids into the one policy that names things by id and that AWS checks for it: the delegation policy.
 * Ids of nothing that was observed stay as they are.
 */
export function withIdsOfCopy(item: Item, { items }: Pick<Observation, "items">, ids: ReadonlyMap<Address, string>): Item {
  if (item.kind !== "delegation-policy") return item;
  const own = new Map([...items].flatMap(([address, { id }]): [string, string][] => [[id, ids.get(address) ?? id]]));
  const text = JSON.stringify(item.document).replaceAll(ID, (id) => own.get(id) ?? id);
  return { ...item, document: JSON.parse(text) as PolicyContent };
}
