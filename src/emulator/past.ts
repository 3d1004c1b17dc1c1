import type { Difference, MemoryWorld } from "./store/world.ts";

/** What recent calls changed, so that the world can be shown as it was. Kept in memory, and only as far back as asked. */
export class Past {
  #recent: readonly { readonly at: number; readonly differences: readonly Difference[] }[] = [];

  /** Remembers what a call changed, and forgets what is older than `reach` milliseconds. */
  keep(at: number, differences: readonly Difference[], reach: number): void {
    this.#recent = reach === 0 ? [] : [...this.#recent, { at, differences }].filter((change) => change.at > at - reach);
  }

  /** Reads the world as the calls up to `time` left it, and puts it back. What has not been saved yet is left out too. */
  visit<T>(world: MemoryWorld, time: number, read: () => T): T {
    const now = world.savepoint();
    try {
      world.restore(world.differences());
      for (const { at, differences } of this.#recent.toReversed()) if (at > time) world.restore(differences);
      return read();
    } finally {
      world.rollback(now);
    }
  }
}
