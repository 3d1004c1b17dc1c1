/** The table as it is stored; see scripts/catalog.mjs for its marks. */
export interface CatalogTable {
  /** The package and version it was made from. */
  readonly source: string;
  /** The day, as YYYY-MM-DD, of what AWS's pages said. */
  readonly date: string;
  /** All condition keys, each after the letter of its type. */
  readonly keys: string;
  /** All sets of condition keys that something has. */
  readonly sets: string;
  /** A line for each service. */
  readonly services: readonly string[];
  /** Keys that requests to any service carry. */
  readonly globalKeys: string;
}
