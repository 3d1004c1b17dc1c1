import { distance } from "fastest-levenshtein";

/** The candidate closest to what was typed, if it is close enough to be meant; case is ignored. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = steps(typed.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** How many slips lie between two words; two letters that changed places are one slip. */
const steps = (typed: string, meant: string): number => (isSwap(typed, meant) ? 1 : distance(typed, meant));

function isSwap(typed: string, meant: string): boolean {
  const at = Array.from({ length: typed.length }, (_, index) => index).findIndex((index) => typed[index] !== meant[index]);
  return at >= 0 && `${typed.slice(0, at)}${typed[at + 1] ?? ""}${typed[at] ?? ""}${typed.slice(at + 2)}` === meant;
}
