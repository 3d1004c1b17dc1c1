import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmulator } from "./index.ts";
import { bundle } from "./testing/bundle.ts";
import { runAndKill } from "./testing/kill.ts";

const ROUNDS = 3;
const SLOTS = 5;
/** Far more than a busy machine needs. */
const LONG = 180_000;

let dir: string;
let writer: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "landfall-kill-"));
  writer = join(dir, "endless-writer.mjs");
  await bundle(join(import.meta.dirname, "testing/endless-writer.ts"), writer);
}, LONG);

afterAll(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));

async function slots(): Promise<number[]> {
  const emulator = await openEmulator({ dir: join(dir, "store") });
  const { credentials, requestHandler } = emulator;
  const ssm = new SSMClient({ region: "us-east-1", credentials, requestHandler });
  const values = await Promise.all(Array.from({ length: SLOTS }, (_, slot) => ssm.send(new GetParameterCommand({ Name: `/slot/${slot}` }))));
  await emulator.close();
  return values.map(({ Parameter }) => Number(Parameter?.Value)).toSorted((a, b) => a - b);
}

describe("an emulator whose process is killed", () => {
  it("has the effect of every call that was answered; the store's own test kills it many times more", async () => {
    let last = -1;
    for (let round = 0; round < ROUNDS; round++) {
      const said = await runAndKill(writer, [join(dir, "store"), String(last + 1)], { lines: SLOTS + 10 * round, millis: round });
      last = Number(said.at(-1));
      const found = await slots();
      const newest = found.at(-1) ?? Number.NaN;
      // One call more than was answered may have had its effect.
      expect([last, last + 1]).toContain(newest);
      expect(found).toEqual(Array.from({ length: SLOTS }, (_, i) => newest - SLOTS + 1 + i));
      last = newest;
    }
  }, LONG);
});
