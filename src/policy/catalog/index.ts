import { Catalog } from "./catalog.ts";
import type { CatalogTable } from "./table.ts";

export type * from "./facts.ts";
export type { Catalog } from "./catalog.ts";

let loading: Promise<Catalog> | undefined;

/** AWS's services, actions, resource types and condition keys. The table, a megabyte, is loaded on the first call. */
export function loadCatalog(): Promise<Catalog> {
  return (loading ??= load());
}

async function load(): Promise<Catalog> {
  const { default: table }: { default: CatalogTable } = await import("./table.json", { with: { type: "json" } });
  return new Catalog(table);
}
