import { expect, it } from "vitest";
import { tryPairs } from "./pairs.ts";
import { readyTest } from "./ready-test.ts";
import { shrink } from "./shrink.ts";
import type { Trouble } from "./trouble.ts";

/** Pairs of all kinds of trouble together, always the same ones; `LANDFALL_PAIRS` and `LANDFALL_PAIRS_SEED` say otherwise. */
const PAIRS = Number(process.env["LANDFALL_PAIRS"] ?? 2_000);
const SEED = Number(process.env["LANDFALL_PAIRS_SEED"] ?? 5);
const KINDS = 4;
const MOST_FAILURES = 3;

/** A test that tries its part of the pairs; what fails is made small and printed as a test of its own. */
export function holdsFor(kind: Trouble["kind"], sentence: string): void {
  it(sentence, { timeout: 7_200_000 }, async () => {
    const count = Math.ceil(PAIRS / KINDS);
    console.log(`pairs of organizations, ${kind}: ${count}, seed ${SEED} (repeat with LANDFALL_PAIRS_SEED=${SEED})`);
    const { tried, inTwo, failures } = await tryPairs({ seed: SEED, count, kind, mostFailures: MOST_FAILURES });
    if (inTwo > 0) console.log(`${kind}: ${inTwo} could only be made in two applies, as the refusal said`);
    for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`\n${readyTest(await shrink(failure))}`);
    expect(failures.map(({ broken }) => broken.message)).toEqual([]);
    expect(tried).toBe(count);
  });
}
