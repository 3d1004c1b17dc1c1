import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmulator } from "./index.ts";
import { Random } from "./store/random.ts";
import { bundle } from "./testing/bundle.ts";

const SEED = "kill-1";
const ROUNDS = 8;
const SLOTS = 5;

let dir: string;
let writer: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "landfall-kill-"));
  writer = join(dir, "endless-writer.mjs");
  await bundle(join(import.meta.dirname, "testing/endless-writer.ts"), writer);
});

afterAll(async () => {
  await rm(dir, { recursive: true });
});

/** Runs the writer and kills it some milliseconds after so many acknowledgements; the last one it gave. */
async function killAfter(acknowledgements: number, millis: number, first: number): Promise<number> {
  const child = spawn(process.execPath, [writer, join(dir, "store"), String(first)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.split("\n").length > acknowledgements && !child.killed) void delay(millis).then(() => child.kill("SIGKILL"));
    });
    child.on("close", () => resolve());
  });
  return Number(said.trimEnd().split("\n").at(-1));
}

async function slots(): Promise<number[]> {
  const emulator = await openEmulator({ dir: join(dir, "store") });
  const { credentials, requestHandler } = emulator;
  const ssm = new SSMClient({ region: "us-east-1", credentials, requestHandler });
  const values = await Promise.all(Array.from({ length: SLOTS }, (_, slot) => ssm.send(new GetParameterCommand({ Name: `/slot/${slot}` }))));
  await emulator.close();
  return values.map(({ Parameter }) => Number(Parameter?.Value));
}

const random = Random.fromSeed(SEED);
const upTo = (limit: number): number => Number.parseInt(random.text(6, "0123456789"), 10) % limit;

describe("a store whose process is killed", () => {
  it(`has everything that was acknowledged, however often that happens (seed ${SEED})`, async () => {
    let last = -1;
    for (let round = 0; round < ROUNDS; round++) {
      last = await killAfter(SLOTS + upTo(40), upTo(4), last + 1);
      const found = await slots();
      // One more than was acknowledged may have been written; nothing may be missing.
      const newest = Math.max(...found);
      expect([last, last + 1]).toContain(newest);
      expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: SLOTS }, (_, i) => newest - SLOTS + 1 + i));
      last = newest;
    }
  });

  it("can be opened, even if it was killed while the store was made", async () => {
    for (let round = 0; round < 5; round++) {
      const store = join(dir, `store-${round}`);
      const child = spawn(process.execPath, [writer, store, "0"], { stdio: "ignore" });
      await appears(join(store, "landfall-emulator.leveldb"));
      await delay(upTo(8));
      child.kill("SIGKILL");
      await once(child, "close");
      await (await openEmulator({ dir: store })).close();
    }
  });
});

async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await delay(1);
}
