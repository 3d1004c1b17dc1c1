import type { Emit } from "../diagnostics/index.ts";
import type { Address } from "../ids/index.ts";
import type { CreationInFlight, Inventory, ItemKind, ItemOf, Observed, Statements } from "../inventory/index.ts";
import type { Change, Difference } from "./plan.ts";

/** What a resource sees while AWS is read: what is declared, and what was read before it. */
export interface ObserveScope {
  readonly desired: Inventory;
  /** New address by old, as the file says. */
  readonly moved: Statements["moved"];
  /** What the file says to take away. */
  readonly remove: Statements["remove"];
  /** Whether to read also what costs a call for each account and the file does not speak of. */
  readonly all: boolean;
  readonly found: ReadonlyMap<Address, Observed>;
  /** The address of a thing read before, by its AWS id. */
  readonly addressOf: (id: string) => Address | undefined;
}

/** What a resource sees while a change is carried out. */
export interface ChangeScope {
  readonly change: Change;
  /** The AWS id of a thing that exists by now; throws when it does not. */
  readonly idOf: (address: Address) => string;
  /** Makes the id of another thing known that came into being with this one. */
  readonly learn: (address: Address, id: string) => void;
  /** Lets the next change of the same lane start: what AWS limits about this one is over. */
  readonly leaveLane: () => void;
  /** Accounts that AWS was still creating when the plan was made. */
  readonly creationsInFlight: readonly CreationInFlight[];
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

/** One kind of AWS thing. `Aws` and `Reader` are the ways to AWS: this room knows no SDK. */
export interface Resource<K extends ItemKind, Aws, Reader> {
  readonly kind: K;
  /** Reads the whole kind, with lists where AWS has them. */
  observe(reader: Reader, scope: ObserveScope): Promise<readonly Observed<ItemOf<K>>[]>;
  /** What differs between declared and observed; empty when nothing that landfall manages does. */
  compare(desired: ItemOf<K>, observed: Observed<ItemOf<K>>): readonly Difference[];
  /** Makes AWS match `scope.change.desired` and returns the thing's id. Creates or updates, whichever is needed. */
  ensure(aws: Aws, scope: ChangeScope): Promise<string>;
  /** Carries out a detach, delete or close. */
  remove(aws: Aws, scope: ChangeScope): Promise<void>;
  /** The IAM actions it needs, for the roles that landfall generates. */
  readonly actions: { readonly observe: readonly string[]; readonly ensure: readonly string[]; readonly remove: readonly string[] };
}
