import type { ActionFacts, ConditionKeyFacts, ServiceFacts } from "./facts.ts";
import { KeyNames } from "./key-names.ts";
import { conditionKey, keySets, readServiceLine } from "./service-line.ts";
import type { CatalogTable } from "./table.ts";

/**
 * What AWS's Service Authorization Reference says of services, actions, resource types and condition keys. Names are
 * found in any case, as AWS reads them. A service is read when it is first asked for.
 */
export class Catalog {
  /** What it was made from, and the day of it as YYYY-MM-DD. */
  readonly source: string;
  readonly date: string;
  readonly globalKeys: readonly ConditionKeyFacts[];
  readonly #lines: ReadonlyMap<string, string>;
  readonly #read = new Map<string, ServiceFacts>();
  readonly #setOf: ReturnType<typeof keySets>;
  readonly #keys: readonly ConditionKeyFacts[];
  #names: KeyNames | undefined;

  constructor({ source, date, keys, sets, services, globalKeys }: CatalogTable) {
    this.source = source;
    this.date = date;
    this.globalKeys = globalKeys.split("|").map(conditionKey);
    this.#keys = keys.split("|").map(conditionKey);
    this.#setOf = keySets(this.#keys, sets.split("|"));
    this.#lines = new Map(services.map((line) => [line.slice(0, line.indexOf("\t")), line]));
  }

  /** The prefixes of all services, in order. */
  prefixes(): readonly string[] {
    return [...this.#lines.keys()];
  }

  service(prefix: string): ServiceFacts | undefined {
    const key = prefix.toLowerCase();
    const read = this.#read.get(key);
    if (read !== undefined) return read;
    const line = this.#lines.get(key);
    if (line === undefined) return undefined;
    const service = readServiceLine(line, this.#setOf);
    this.#read.set(key, service);
    return service;
  }

  /** An action by its whole name, as in `s3:GetObject`. */
  action(name: string): ActionFacts | undefined {
    const colon = name.indexOf(":");
    return colon < 0 ? undefined : this.service(name.slice(0, colon))?.actions.get(name.slice(colon + 1).toLowerCase());
  }

  /** The key that a policy names, whatever it has for the variable part: `aws:RequestTag/cost-center`. */
  conditionKey(name: string): ConditionKeyFacts | undefined {
    this.#names ??= new KeyNames([...this.globalKeys, ...this.#keys]);
    return this.#names.find(name);
  }

  /** All condition keys, global ones first. */
  conditionKeys(): readonly ConditionKeyFacts[] {
    return [...this.globalKeys, ...this.#keys];
  }
}
