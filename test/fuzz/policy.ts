import type { Outcome } from "../../src/policy/index.ts";
import { type Difference, firstDifference } from "./compare-engines.ts";
import { randomFrom } from "./random.ts";
import { randomChain } from "./random-policy.ts";
import { randomRequest } from "./random-request.ts";
import { shrink } from "./shrink.ts";

/** Requests on one chain: what one of them leaves behind must not change the next. */
const REQUESTS_PER_CHAIN = 16;

export interface FuzzOptions {
  readonly seed: number;
  /** Decisions to compare. */
  readonly count: number;
  /** Stops earlier, when this returns true. */
  readonly isOver?: () => boolean;
  /** Stops at so many differences; 1 when absent. */
  readonly mostDifferences?: number;
}

export interface FuzzResult {
  readonly compared: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Each as small as it could be made. */
  readonly differences: readonly Difference[];
}

/** Compares the two evaluators of AWS authorization on shaped random policies and requests; a seed repeats a run. */
export function fuzzPolicy({ seed, count, isOver = () => false, mostDifferences = 1 }: FuzzOptions): FuzzResult {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const differences: Difference[] = [];
  let compared = 0;
  for (let round = 0; compared < count && differences.length < mostDifferences && !isOver(); round++) {
    const random = randomFrom(seed * 1_000_003 + round);
    const chain = randomChain(random);
    const requests = Array.from({ length: Math.min(REQUESTS_PER_CHAIN, count - compared) }, () => randomRequest(random));
    const difference = firstDifference(chain, requests, (outcome) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1));
    if (difference !== undefined) differences.push(shrink(difference));
    compared += requests.length;
  }
  return { compared, outcomes, differences };
}
