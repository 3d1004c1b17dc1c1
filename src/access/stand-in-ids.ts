import type { Address } from "../ids/index.ts";

/**
 * Ids for what has none yet. The same address always gets the same id, so that an answer without AWS is the same on every
 * machine. They have AWS's form and are nobody's: account ids begin with 00.
 */
export const STAND_IN_ORGANIZATION = "o-0standin00";
export const STAND_IN_ROOT = "r-0000";

export const standInOuId = (address: Address): string => `ou-0000-${digestOf(address).toString(36).padStart(11, "0").slice(-10)}`;

/** An id for an account that nobody in `taken` has; it is added there. */
export function standInAccountId(address: Address, taken: Set<string>): string {
  for (let number = digestOf(address) % 10_000_000_000; ; number = (number + 1) % 10_000_000_000) {
    const id = `00${String(number).padStart(10, "0")}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** 53 bits of a text: FNV-1a twice, with different beginnings. */
function digestOf(text: string): number {
  const [high, low] = [fnv(text, 0x811c9dc5), fnv(text, 0x9747b28c)];
  return (high & 0x1fffff) * 0x1_0000_0000 + low;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
