import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../testing/bundle.ts";
import { type Moment, runAndKill } from "../testing/kill.ts";
import { openStore } from "./open.ts";
import { Random } from "./random.ts";
import { afterBatches } from "./testing/batches.ts";

const SEED = process.env["LANDFALL_KILL_SEED"] ?? "kill-1";
const ROUNDS = Number(process.env["LANDFALL_KILL_ROUNDS"] ?? 20);
/** Far more than a busy machine needs. */
const LONG = 30_000 * ROUNDS;

let dir: string;
let writer: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "landfall-kill-"));
  writer = join(dir, "endless-writer.mjs");
  await bundle(join(import.meta.dirname, "testing/endless-writer.ts"), writer);
}, LONG);

afterAll(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));

const random = Random.fromSeed(SEED);
const upTo = (limit: number): number => Number.parseInt(random.text(6, "0123456789"), 10) % limit;

/** While it writes, or at any moment from its start on: while it loads, while it opens what was left behind. */
const moments: readonly (() => Moment)[] = [() => ({ lines: 1 + upTo(60), millis: upTo(12) }), () => ({ lines: 0, millis: upTo(250) })];

async function read(store: string): Promise<ReadonlyMap<string, unknown>> {
  const { world, close } = await openStore({ dir: store, fresh: false, seed: SEED }).then((opened) => ({ world: opened.world, close: () => opened.close() }));
  const found = new Map(world.table("batches").entries());
  await close();
  return found;
}

describe("a store whose process is killed", () => {
  it(`has every batch that was acknowledged, each whole, however often that happens (seed ${SEED}, ${ROUNDS} rounds)`, async () => {
    let last = -1;
    for (let round = 0; round < ROUNDS; round++) {
      const said = await runAndKill(writer, [join(dir, "store"), String(last + 1)], moments[round % moments.length]?.() ?? expect.fail());
      last = Math.max(last, ...said.map(Number));
      const found = await read(join(dir, "store"));
      // The batch after the last acknowledged one may have been written; nothing may be missing or half there.
      const newest = Number(found.get("newest") ?? -1);
      expect([last, last + 1]).toContain(newest);
      if (newest >= 0) expect(found).toEqual(afterBatches(newest));
      last = newest;
    }
    expect(last).toBeGreaterThan(0);
  }, LONG);

  it("can be opened, even if it was killed while it was made", async () => {
    for (let round = 0; round < ROUNDS / 2; round++) {
      const store = join(dir, `store-${round}`);
      const said = await runAndKill(writer, [store, "0"], { lines: 0, millis: upTo(250) });
      const newest = Number((await read(store)).get("newest") ?? -1);
      expect([said.length - 1, said.length]).toContain(newest);
    }
  }, LONG);
});
