/** Random choices that a seed repeats. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** Between `least` and `most` values made one after the other. */
  readonly several: <T>(least: number, most: number, make: () => T) => T[];
}

/** Marsaglia's xorshift on 32 bits, scrambled: small, quick, good enough to spread choices. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) ^ 0x9e3779b9) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) / 2 ** 32 + 0.5;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new RangeError("there is nothing to pick from");
    return value;
  };
  const several = <T>(least: number, most: number, make: () => T): T[] => Array.from({ length: least + below(most - least + 1) }, make);
  return { next, chance: (probability) => next() < probability, below, pick, several };
}
