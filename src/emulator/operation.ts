import type { Clock } from "../limits/index.ts";
import type { Faults } from "./faults.ts";
import type { Principal } from "./principal.ts";
import type { World } from "./world.ts";

/** One request, as an operation sees it. */
export interface Call {
  readonly principal: Principal;
  /** The Region the request was signed for. */
  readonly region: string;
  readonly requestId: string;
  /** Milliseconds since the epoch by the emulator's clock, the same for the whole call. */
  readonly now: number;
  readonly world: World;
  /** Trouble that was asked for; operations look here for what concerns them alone. */
  readonly faults?: Faults;
}

/** A constraint on one input member, as AWS's API model states it. Lengths are in characters or list items. */
export interface Constraint {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  readonly values?: readonly string[];
}

/**
 * One operation of a service. `run` is synchronous: calls follow one another, so each sees a whole world and
 * changes it as a whole; what it wrote is on disk before the answer leaves, and nothing is kept if it throws.
 * Times in inputs and outputs are milliseconds since the epoch, whatever the protocol makes of them; members of
 * the output that AWS's model does not have are left out of the answer.
 */
export interface Operation<Input = Record<string, unknown>, Output = Record<string, unknown>> {
  readonly name: string;
  /** Members by name; nested ones by path (`Tags[].Key`). Checked before `run`, all mistakes at once. */
  readonly input: Readonly<Record<string, Constraint>>;
  /** The errors that `run` may throw, `Name` or `Name.REASON`; those of every operation of the service are told by it. */
  readonly errors: readonly string[];
  /** The quotas that it holds to, as the coverage page words them; lengths of members are in `input`, request rates in `limits`. */
  readonly quotas?: readonly string[];
  run(call: Call, input: Input): Output;
}

/** Operations that belong together, one file each. */
export interface Service {
  /** The service's name in SDK package names: `organizations`, `sts`, `ssm`, `resource-groups-tagging-api`. */
  readonly id: string;
  readonly operations: readonly Operation<never, object>[];
  /** The organization with whose other accounts an account shares request rates, where the service knows any. */
  organizationOf?(world: World, accountId: string): string | undefined;
  /** Brings the world up to `now`: what AWS does by itself between calls. */
  advance?(world: World, now: number): void;
}

export type { Clock, Principal };
