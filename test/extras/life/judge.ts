import { expect } from "vitest";
import { differences } from "./normalize.ts";
import type { Json, Step } from "./step.ts";
import type { Outcome, World } from "./world.ts";

/** What is wrong with the outcome of a step, in words; nothing when it is as the script says. */
export function complaints(world: World, step: Step, { answer, error, said = "" }: Outcome): string[] {
  if (step.fails !== undefined) {
    if (error !== step.fails) return [`should fail with ${step.fails}, but ${error === undefined ? `answered ${JSON.stringify(answer)}` : `failed with ${error}`}`];
    return step.because === undefined || said.includes(step.because) ? [] : [`should say "${step.because}", but says: ${said.trim()}`];
  }
  if (answer === undefined) return [`failed: ${said.trim()}`];
  try {
    expect(answer).toMatchObject(filled(world, step.gives ?? {}) as object);
    return [];
  } catch (thrown) {
    return [(thrown as Error).message];
  }
}

function filled(world: World, value: Json): Json {
  if (typeof value === "string") return world.fill(value);
  if (Array.isArray(value)) return value.map((item: Json) => filled(world, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(world, inner)]));
}

/** One place and what it answered. */
export interface Told {
  readonly world: World;
  readonly outcome: Outcome;
}

/** Where the second place answers otherwise than the first, but for members of some names. */
export function disagreements(ours: Told, theirs: Told, but: readonly string[]): string[] {
  if (ours.outcome.error !== theirs.outcome.error) return [`${ours.outcome.error ?? "an answer"}, but ${theirs.outcome.error ?? "an answer"}`];
  if (ours.outcome.answer === undefined || theirs.outcome.answer === undefined) return [];
  return differences(ours.world.names.normal(ours.outcome.answer), theirs.world.names.normal(theirs.outcome.answer), but);
}
