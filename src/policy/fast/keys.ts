/**
 * Condition keys as small numbers, so that a decision finds values by index. The numbers hold for the life of the
 * process; they are given out when a policy is compiled, never by a request.
 */
const ids = new Map<string, number>();
const names: string[] = [];

/** How requests spelled keys, with the number or -1. Bounded: a request can name any tag. */
const spellings = new Map<string, number>();
const MOST_SPELLINGS = 10_000;

/** The number of a key that a policy names. AWS compares names of keys without case. */
export function keyId(name: string): number {
  const lower = name.toLowerCase();
  const known = ids.get(lower);
  if (known !== undefined) return known;
  const id = names.length;
  ids.set(lower, id);
  names.push(lower);
  spellings.clear();
  return id;
}

/** The key's name in lower case. */
export const keyName = (id: number): string => names[id] ?? "";

export const keyCount = (): number => names.length;

/** The number of a key as a request spells it; -1 when no policy names it. */
export function idOfSpelling(spelling: string): number {
  return spellings.get(spelling) ?? learn(spelling);
}

function learn(spelling: string): number {
  const id = ids.get(spelling.toLowerCase()) ?? -1;
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  spellings.set(spelling, id);
  return id;
}
