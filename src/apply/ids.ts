import { type Address, policyAddress } from "../ids/index.ts";
import type { Observation } from "../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../limits/index.ts";

/** AWS ids by address: those observed, and those learned on the way. */
export class Ids {
  readonly #ids: Map<Address, string>;

  constructor(observation: Observation) {
    const byAws = AUTHORIZATION_POLICY_TYPES.map(({ kind, awsManaged }): [Address, string] => [policyAddress(kind, awsManaged.name), awsManaged.id]);
    this.#ids = new Map([...byAws, ...[...observation.items].map(([address, { id }]): [Address, string] => [address, id])]);
  }

  learn(address: Address, id: string): void {
    this.#ids.set(address, id);
  }

  has(address: Address): boolean {
    return this.#ids.has(address);
  }

  of(address: Address): string {
    const id = this.#ids.get(address);
    if (id === undefined) throw new RangeError(`${address} has no id yet`);
    return id;
  }
}
