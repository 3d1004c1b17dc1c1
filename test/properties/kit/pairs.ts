import { Broken } from "./broken.ts";
import { organizationOf } from "./file-of.ts";
import { sketch } from "./generate.ts";
import { start } from "./journey.ts";
import { Choices } from "./random.ts";
import type { Sketch } from "./sketch.ts";
import { successor } from "./successor.ts";
import { randomTrouble, type Trouble } from "./trouble.ts";

/** Two organizations in a form that can be made smaller, and what goes wrong between them. */
export interface Pair {
  readonly seed: number;
  readonly before: Sketch;
  readonly after: Sketch;
  readonly trouble: Trouble;
}

/** A pair between which something did not hold. */
export interface Failure {
  readonly pair: Pair;
  readonly broken: Broken;
}

export interface Search {
  readonly seed: number;
  /** How many pairs to try. */
  readonly count: number;
  readonly kind: Trouble["kind"];
  /** Ends after this many failures. */
  readonly mostFailures: number;
}

/** So many organizations are tried after each first one, which takes as long to make. */
const AFTERS = 8;

/** What came of trying. */
export interface Tried {
  readonly tried: number;
  /** Those that could only be made in two applies. */
  readonly inTwo: number;
  readonly failures: readonly Failure[];
}

/** Tries random pairs and gives back those that failed, and the number tried. */
export async function tryPairs({ seed, count, kind, mostFailures }: Search): Promise<Tried> {
  const failures: Failure[] = [];
  let [tried, inTwo] = [0, 0];
  for (let group = 0; tried < count && failures.length < mostFailures; group += 1) {
    const choices = new Choices(Math.imul(seed, 0x9e3779b1) ^ Math.imul(group + 1, 0x85ebca6b));
    const groupSeed = choices.number(1, 1_000_000_000);
    const before = sketch(choices);
    const pairs = Array.from({ length: Math.min(AFTERS, count - tried) }, (): Pair => ({ seed: groupSeed, before, after: successor(choices, before), trouble: randomTrouble(choices, kind) }));
    const outcome = await outcomeOf(pairs);
    failures.push(...outcome.failures);
    inTwo += outcome.inTwo;
    tried += pairs.length;
  }
  return { tried, inTwo, failures };
}

async function outcomeOf(pairs: readonly Pair[]): Promise<Pick<Tried, "inTwo" | "failures">> {
  const [first] = pairs;
  const failures: Failure[] = [];
  if (first === undefined) return { inTwo: 0, failures };
  let inTwo = 0;
  try {
    const tryOut = await start(organizationOf(first.before), first.seed);
    for (const pair of pairs) {
      try {
        inTwo += Number((await tryOut(wayOf(pair))).inTwo);
      } catch (error) {
        failures.push({ pair, broken: asBroken(error) });
      }
    }
  } catch (error) {
    failures.push({ pair: first, broken: asBroken(error) });
  }
  return { inTwo, failures };
}

/** The second organization and what happens on the way to it. */
export const wayOf = ({ before, after, trouble }: Pair) => ({ after: organizationOf(after, before), trouble, ...(after.byHand === undefined ? {} : { byHand: true }) });

/** What a pair breaks; undefined when all holds. */
export async function brokenBy(pair: Pair): Promise<Broken | undefined> {
  const { failures: [failure] } = await outcomeOf([pair]);
  return failure?.broken;
}

function asBroken(error: unknown): Broken {
  if (error instanceof Broken) return error;
  throw error;
}
