/** A set of actions, one bit for each. Sets of the same numbering only. */
export type ActionSet = Uint32Array;

/** Gives actions numbers, so that joining sets of thousands of them costs little. */
export class ActionNumbers {
  readonly #names: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #known = new WeakMap<readonly string[], ActionSet>();

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  /** Lists that are one object are looked through once. */
  setOf(actions: readonly string[]): ActionSet {
    const known = this.#known.get(actions);
    if (known !== undefined) return known;
    const set = new Uint32Array(Math.ceil(this.#names.length / 32));
    for (const action of actions) {
      const number = this.#numbers.get(action);
      if (number !== undefined) set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
    }
    this.#known.set(actions, set);
    return set;
  }

  namesIn(set: ActionSet): Set<string> {
    return new Set(this.#names.filter((_, number) => ((set[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0));
  }
}

/** Adds the others to a set, in place. */
export function addTo(set: ActionSet, others: ActionSet): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] ?? 0) | (others[word] ?? 0);
}

/** Equal for equal sets only. */
export const keyOf = (set: ActionSet): string => set.join();
