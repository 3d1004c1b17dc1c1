import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "./open.ts";
import type { Store } from "./store.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "landfall-store-"));
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

const open = (fresh = false): Promise<Store> => openStore({ dir, fresh, seed: "1" });
const database = (): string => join(dir, "landfall-emulator.leveldb");
const refusal = (code: string): object => ({ diagnostics: [{ code }] });

/** A store with two records, closed. */
async function writtenStore(): Promise<void> {
  const store = await open();
  store.world.table("t").put("b", { n: 1 });
  store.world.table("t").put("a", { n: 2 });
  await store.save(5_000);
  await store.close();
}

/** Changes one record behind the store's back. */
async function tamper(change: (level: ClassicLevel) => Promise<void>): Promise<void> {
  const level = new ClassicLevel(database());
  await change(level);
  await level.close();
}

describe("a store on disk", () => {
  it("gives back records in their order, the time, and goes on with its random ids", async () => {
    const first = await open();
    expect([first.isNew, first.lastNow]).toEqual([true, 0]);
    first.world.table("t").put("b", { n: 1 });
    first.world.table("t").put("a", { id: first.world.randomId(4) });
    await first.save(5_000);
    const next = first.world.randomId(8);
    await first.close();
    const again = await open();
    expect([again.isNew, again.lastNow]).toEqual([false, 5_000]);
    expect([...again.world.table("t").entries()].map(([key]) => key)).toEqual(["b", "a"]);
    expect(again.world.randomId(8)).toBe(next);
    await again.close();
  });

  it("keeps changes and deletions", async () => {
    await writtenStore();
    const store = await open();
    store.world.table("t").delete("b");
    store.world.table("t").put("a", { n: 3 });
    await store.save(6_000);
    await store.close();
    const again = await open();
    expect([...again.world.table("t").entries()]).toEqual([["a", { n: 3 }]]);
    await again.close();
  });

  it("does not keep what was not saved", async () => {
    await writtenStore();
    const store = await open();
    store.world.table("t").put("c", 1);
    await store.close();
    const again = await open();
    expect(again.world.table("t").has("c")).toBe(false);
    await again.close();
  });

  it("starts anew on request", async () => {
    await writtenStore();
    const store = await open(true);
    expect([store.isNew, store.world.table("t").size]).toEqual([true, 0]);
    await store.close();
    const again = await open();
    expect(again.isNew).toBe(true);
    await again.close();
  });

  it("has one writer at a time", async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject(refusal("LF8003"));
    await expect(open(true)).rejects.toMatchObject(refusal("LF8003"));
    await store.close();
  });

  it("is refused when a newer landfall wrote it, but may be thrown away", async () => {
    await writtenStore();
    const label = join(dir, "landfall-emulator.json");
    await writeFile(label, (await readFile(label, "utf8")).replace('"format":1', '"format":2'));
    await expect(open()).rejects.toMatchObject(refusal("LF8001"));
    await (await open(true)).close();
  });

  it("is refused when only its records say that it is newer", async () => {
    await writtenStore();
    await tamper(async (level) => {
      const meta = JSON.parse((await level.get("\0meta")) ?? "") as object;
      await level.put("\0meta", JSON.stringify({ ...meta, format: 99 }));
    });
    await expect(open()).rejects.toMatchObject(refusal("LF8001"));
  });
});

describe("a damaged store is refused", () => {
  it.each([
    ["a record is missing", (level: ClassicLevel) => level.del("t\0a")],
    ["a record was altered", (level: ClassicLevel) => level.put("t\0a", '[1,{"n":9}]')],
    ["a record is cut", (level: ClassicLevel) => level.put("t\0a", '[1,{"n"')],
    ["there is one too many", (level: ClassicLevel) => level.put("t\0x", "[9,1]")],
    ["its own record is missing", (level: ClassicLevel) => level.del("\0meta")],
  ])("when %s", async (_what, change) => {
    await writtenStore();
    await tamper(change);
    await expect(open()).rejects.toMatchObject(refusal("LF8002"));
  });

  it("when its database is gone", async () => {
    await writtenStore();
    await rm(database(), { recursive: true });
    await expect(open()).rejects.toMatchObject(refusal("LF8002"));
  });

  it("when its label is not readable", async () => {
    await writtenStore();
    await writeFile(join(dir, "landfall-emulator.json"), "{");
    await expect(open()).rejects.toMatchObject(refusal("LF8002"));
    await (await open(true)).close();
  });

  it("when any of its files is cut to nothing, or gives back the whole", async () => {
    await writtenStore();
    await (await open()).close();
    const files = (await readdir(database())).filter((name) => /^(CURRENT|MANIFEST-\d+|\d+\.(log|ldb))$/.test(name));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      await rm(dir, { recursive: true });
      await writtenStore();
      await (await open()).close();
      await truncate(join(database(), file), 0).catch(() => undefined);
      const size = await open().then(async (store) => (await store.close(), store.world.table("t").size), (error: unknown) => error);
      if (size !== 2) expect(size).toMatchObject(refusal("LF8002"));
    }
  });
});

describe("a folder", () => {
  it("that holds something else is left alone", async () => {
    await writeFile(join(dir, "thesis.txt"), "");
    await expect(open(true)).rejects.toMatchObject(refusal("LF8004"));
    expect(await readdir(dir)).toEqual(["thesis.txt"]);
  });

  it("that is a file cannot be opened", async () => {
    await writeFile(join(dir, "file"), "");
    await expect(openStore({ dir: join(dir, "file"), fresh: false, seed: "1" })).rejects.toMatchObject(refusal("LF8005"));
  });
});
