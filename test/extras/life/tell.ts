import { setTimeout as wait } from "node:timers/promises";
import type { Cli } from "../kit/cli.ts";
import { complaints, disagreements } from "./judge.ts";
import type { Chapter, Step } from "./step.ts";
import type { Outcome, World } from "./world.ts";

/** How long a step waits at most for what takes its time, in milliseconds. Far more than it needs. */
const PATIENCE = 120_000;

/** Takes every step of a chapter; what was not as the script says. */
export async function tell(chapter: Chapter, world: World, cli: Cli, outcomes: Map<Step, Outcome>): Promise<string[]> {
  const wrong: string[] = [];
  for (const step of chapter.steps) {
    const outcome = step.waits === true ? await awaited(step, world, cli) : await world.take(step, cli);
    outcomes.set(step, outcome);
    wrong.push(...complaints(world, step, outcome).map((complaint) => sentence(step, complaint)));
  }
  return wrong;
}

async function awaited(step: Step, world: World, cli: Cli): Promise<Outcome> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const outcome = await world.take(step, cli);
    if (performance.now() > end || complaints(world, step, outcome).length === 0) return outcome;
    await wait(100);
  }
}

/** What came of the same steps at another place. */
export interface Comparison {
  readonly wrong: readonly string[];
  readonly compared: number;
  /** Why steps were not compared, and how many. */
  readonly left: ReadonlyMap<string, number>;
}

/** Takes every step that moto can do, and compares what it answers with what was answered before. */
export async function compare(chapters: readonly Chapter[], theirs: World, ours: World, cli: Cli, outcomes: ReadonlyMap<Step, Outcome>): Promise<Comparison> {
  const [wrong, left]: [string[], Map<string, number>] = [[], new Map()];
  let compared = 0;
  for (const step of chapters.flatMap(({ steps }) => steps)) {
    const reason = leftOut(step, theirs.missing(step));
    if (reason === undefined) {
      compared += 1;
      const told = { world: theirs, outcome: await theirs.take(step, cli) };
      const differences = disagreements({ world: ours, outcome: outcomes.get(step) ?? {} }, told, notComparable(step));
      wrong.push(...differences.map((difference) => sentence(step, difference)));
    } else {
      left.set(reason, (left.get(reason) ?? 0) + 1);
      if (step.moto !== undefined && "differs" in step.moto) await theirs.take(step, cli);
    }
  }
  return { wrong, compared, left };
}

/** Why a step cannot be compared with moto. */
function leftOut({ moto }: Step, missing: readonly string[]): string | undefined {
  if (moto !== undefined && "lacks" in moto) return `moto lacks or accepts: ${moto.lacks}`;
  if (moto !== undefined && moto.in === undefined) return `moto ${moto.differs}`;
  return missing.length === 0 ? undefined : "needs what came of a step that was left out";
}

/** moto has its own e-mail address for the management account, and counts session policies where there are none. */
const notComparable = ({ moto }: Step): readonly string[] => ["MasterAccountEmail", "PackedPolicySize", ...(moto !== undefined && "in" in moto ? (moto.in ?? []) : [])];

const sentence = ({ does, args }: Step, what: string): string => `${does} (${args.slice(0, 2).join(" ")}): ${what}`;
