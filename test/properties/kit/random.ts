/** Random choices from a seed: the same seed makes the same choices on every machine. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to but not 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T {
    const chosen = list[this.number(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  }

  /** Up to `most` different ones of a list, in its order. */
  some<T>(list: readonly T[], most: number): T[] {
    const count = this.number(0, Math.min(most, list.length));
    const left = [...list];
    while (left.length > count) left.splice(this.number(0, left.length - 1), 1);
    return left;
  }
}
