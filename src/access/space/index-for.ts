import type { Catalog } from "../../policy/index.ts";
import { ActionIndex } from "./action-index.ts";

const indexes = new WeakMap<Catalog, ActionIndex>();

/**
 * The catalog's index; a new one where policies name actions that the catalog does not have. Of a service that it does not
 * have a pattern stands for the actions that it means.
 */
export function indexFor(catalog: Catalog, names: readonly string[]): ActionIndex {
  const isUnknown = (name: string): boolean => {
    const [service = "", action] = name.split(":", 2);
    if (action === undefined || /[*?]/.test(service)) return false;
    return /[*?]/.test(action) ? catalog.service(service.toLowerCase()) === undefined : catalog.action(name) === undefined;
  };
  const others = [...new Set(names)].filter(isUnknown);
  if (others.length > 0) return new ActionIndex(catalog, others);
  const known = indexes.get(catalog) ?? new ActionIndex(catalog);
  indexes.set(catalog, known);
  return known;
}

/** Indexes for questions about some actions, made when they are needed: of the services that are named, or of all. */
export type IndexOf = (actions: readonly string[]) => ActionIndex;

export function indexesAbout(catalog: Catalog, actions: readonly string[]): IndexOf {
  const prefixOf = (action: string): string => action.toLowerCase().split(":", 1)[0] ?? "";
  const prefixes = new Set(actions.map(prefixOf).filter((prefix) => catalog.service(prefix) !== undefined));
  let few: ActionIndex | undefined;
  return (asked) => (asked.every((action) => prefixes.has(prefixOf(action))) ? (few ??= new ActionIndex(catalog, [], [...prefixes].toSorted())) : indexFor(catalog, []));
}
