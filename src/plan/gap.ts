import type { Match, Matches } from "./matches.ts";

/** What the policies on an account's way from the root say: each level must allow, and none may deny. */
export interface Way {
  readonly allows: readonly (readonly Match[])[];
  readonly denies: readonly Match[];
}

/** A reason for which a way does not let a request through: a denial matches it, or nothing that one level allows does. */
interface Reason {
  readonly matched: readonly Match[];
  readonly unmatched: readonly Match[];
}

/**
 * Whether a way may let something through that neither of two others does. False is a proof: each pair of reasons why
 * the others do not is tried, and no request can be thought of that fits both and is let through.
 */
export function mayOpen(way: Way, before: Way, after: Way, matches: Matches): boolean {
  const open = way.allows.map((level) => level.filter((match) => !way.denies.some((denial) => matches.covers(denial, match))));
  if (open.some((level) => level.length === 0)) return false;
  const ends = reasonsOf(after, way);
  return reasonsOf(before, way).some((one) =>
    ends.some((other) => isPossible([...one.matched, ...other.matched], [...way.denies, ...one.unmatched, ...other.unmatched], open, matches)),
  );
}

/** A denial that is still there is no reason: what it matches is not let through. */
function reasonsOf({ allows, denies }: Way, now: Way): Reason[] {
  const gone = denies.filter((denial) => !now.denies.includes(denial));
  return [...gone.map((denial) => ({ matched: [denial], unmatched: [] })), ...allows.map((level) => ({ matched: [], unmatched: level }))];
}

/** Whether a request may be matched by all of these and none of those, and by one of each level. */
function isPossible(matched: readonly Match[], unmatched: readonly Match[], levels: readonly (readonly Match[])[], matches: Matches): boolean {
  const fits = (match: Match, others: readonly Match[]): boolean => !unmatched.some((other) => matches.covers(other, match)) && others.every((other) => matches.mayMeet(match, other));
  if (!matched.every((match, index) => fits(match, matched.slice(0, index)))) return false;
  const [level, ...rest] = levels;
  return level === undefined || level.some((match) => fits(match, matched) && isPossible([...matched, match], unmatched, rest, matches));
}
