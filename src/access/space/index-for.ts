import type { Catalog } from "../../policy/index.ts";
import { ActionIndex } from "./action-index.ts";

const indexes = new WeakMap<Catalog, ActionIndex>();

/** The catalog's index; a new one where policies name actions that the catalog does not have. */
export function indexFor(catalog: Catalog, names: readonly string[]): ActionIndex {
  const others = [...new Set(names)].filter((name) => !/[*?]/.test(name) && name.includes(":") && catalog.action(name) === undefined);
  if (others.length > 0) return new ActionIndex(catalog, others);
  const known = indexes.get(catalog) ?? new ActionIndex(catalog);
  indexes.set(catalog, known);
  return known;
}
