import type { PolicyStatement } from "../../policy/index.ts";
import { type Space, sizeOf } from "./space.ts";

/** Requests that are asked for one pair of chains at most. */
const MOST_REQUESTS = 1_000_000;

/**
 * Spaces with no more requests together than may be asked. Keys that the given statements do not mention are held as an
 * ordinary request has them before those that they do; the keys that were held are named.
 */
export function withinBudget(spaces: readonly Space[], foremost: readonly PolicyStatement[], most = MOST_REQUESTS): { readonly spaces: readonly Space[]; readonly heldFixed: readonly string[] } {
  const first = new Set(foremost.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase()))));
  const held = new Set<string>();
  let kept = spaces;
  while (kept.reduce((sum, space) => sum + sizeOf(space), 0) > most) {
    const [widest] = kept.flatMap(({ dimensions }) => dimensions).toSorted((a, b) => Number(first.has(a.key.toLowerCase())) - Number(first.has(b.key.toLowerCase())) || b.samples.length - a.samples.length);
    if (widest === undefined) break;
    const name = widest.key.toLowerCase();
    held.add(widest.key);
    kept = kept.map((space) => ({ ...space, dimensions: space.dimensions.filter(({ key }) => key.toLowerCase() !== name) }));
  }
  return { spaces: kept, heldFixed: [...held] };
}
