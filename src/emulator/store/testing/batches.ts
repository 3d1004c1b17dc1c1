const WIDEST = 60;

/** The keys that the batch of this number writes, its number being the value; every batch writes `newest`. */
export const batch = (n: number): readonly string[] => ["newest", ...Array.from({ length: (n * 7) % WIDEST }, (_, i) => `${i}`)];

/** What must be there after every batch up to this one, each whole. */
export function afterBatches(last: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let n = Math.max(0, last - WIDEST); n <= last; n++) for (const key of batch(n)) found.set(key, n);
  return found;
}
