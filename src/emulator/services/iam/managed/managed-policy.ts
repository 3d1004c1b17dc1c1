import type { PolicyStatement } from "../../../../policy/index.ts";

/** A policy that AWS owns, the same in every account. */
export interface NamedManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** The default version. */
  readonly version: string;
  /** When the first and the default version were made. */
  readonly created: string;
  readonly updated: string;
}

export interface KnownManagedPolicy extends NamedManagedPolicy {
  readonly statements: readonly PolicyStatement[];
}
