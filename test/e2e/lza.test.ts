import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isError } from "../../src/diagnostics/index.ts";
import { openEmulator, scaledClock } from "../../src/emulator/index.ts";
import { type Imported, importLza } from "../../src/import/index.ts";
import { review } from "../../src/review/index.ts";
import { LZA_DATA, lzaSources } from "../kit/lza-sources.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { built, written } from "./kit/round-trip.ts";

const KINDS = ["account", "ou", "policy"] as const;

const sources = lzaSources();

const cell = ({ counts }: Imported, kind: (typeof KINDS)[number]): string => {
  const { found, carried, notCarried } = counts[kind];
  return `${found} = ${carried} + ${notCarried}`.padEnd(14);
};

describe.skipIf(sources.length === 0)("every Landing Zone Accelerator configuration", () => {
  const rows: string[] = [];
  afterAll(() => console.log([`${"source".padEnd(72)} ${KINDS.map((kind) => kind.padEnd(14)).join(" ")} changes  left`, ...rows].join("\n")));

  it.each(sources.map((dir) => [path.relative(LZA_DATA, dir), dir]))("%s becomes an organization, and the second plan is empty", async (name, dir) => {
    const imported = await importLza(dir);
    for (const kind of KINDS) {
      const { found, carried, notCarried } = imported.counts[kind];
      expect([kind, carried + notCarried, imported.notCarried.filter((thing) => thing.kind === kind).length]).toEqual([kind, found, notCarried]);
    }
    const organization = await written(imported);
    expect(review(organization).filter(isError)).toEqual([]);
    const emulator = await openEmulator({ clock: scaledClock(20_000), accountLimit: 1_000, seed: name });
    try {
      const [first, second] = await built(organization, emulator);
      rows.push(`${name.padEnd(72)} ${KINDS.map((kind) => cell(imported, kind)).join(" ")} ${String(first).padStart(7)} ${String(second).padStart(5)}`);
      expect(first).toBeGreaterThan(0);
      expect(second).toBe(0);
    } finally {
      await emulator.close();
    }
  });

  it("does so through the packed program too", async () => {
    const [source = ""] = sources;
    const run = landfallIn(emptyFolder());
    const init = await run("init", "--from", "lza", source);
    expect(init.code, init.stderr).toBe(0);
    expect(init.stderr).toMatch(/account +\d+ found = \d+ carried \+ \d+ not carried/);
    expect((await run("check")).code).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(2);
    const applied = await run("apply", "--local", "--yes");
    expect(applied.code, applied.stderr).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(0);
  });
});
