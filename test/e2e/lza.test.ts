import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { apply } from "../../src/apply/index.ts";
import { connect } from "../../src/aws/index.ts";
import { loadOrganization, printOrganization } from "../../src/config/index.ts";
import { isError } from "../../src/diagnostics/index.ts";
import { type Emulator, openEmulator, scaledClock } from "../../src/emulator/index.ts";
import { type Imported, importLza } from "../../src/import/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Comparer, makePlan } from "../../src/plan/index.ts";
import { observe, RESOURCES } from "../../src/resources/index.ts";
import { review } from "../../src/review/index.ts";
import { LZA_DATA, lzaSources } from "../kit/lza-sources.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const KINDS = ["account", "ou", "policy"] as const;

const sources = lzaSources();

/** Writes what was imported as a user would get it, and reads it back as the program would. */
async function written({ organization, files }: Imported): Promise<Organization> {
  const dir = mkdtempSync(path.join(tmpdir(), "landfall-lza-"));
  try {
    write(dir, { "landfall.config.ts": printOrganization(organization, { format: "ts" }), ...Object.fromEntries(files.map((file) => [file.path, file.text])) });
    const loaded = await loadOrganization(path.join(dir, "landfall.config.ts"), { cwd: dir });
    expect(loaded.diagnostics.filter(isError)).toEqual([]);
    if (loaded.organization === undefined) throw new TypeError("no organization came out of the file");
    return loaded.organization;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Plans twice with an apply between, on an AWS of its own; returns the numbers of changes. */
async function built(organization: Organization, emulator: Emulator): Promise<[first: number, second: number]> {
  const { clock, requestHandler, credentials } = emulator;
  const aws = connect({ homeRegion: organization.homeRegion, clock, requestHandler, credentials });
  const desired = expand(organization);
  const planned = async () => {
    const observation = await observe(aws, { desired });
    const comparers = RESOURCES as unknown as readonly Comparer[];
    return { observation, plan: makePlan({ name: organization.name, homeRegion: organization.homeRegion, desired, observation, comparers }) };
  };
  const first = await planned();
  const { failed, skipped } = await apply({ ...first, aws, emit: () => {}, run: "lza", standsIn: true, signal: new AbortController().signal });
  expect(failed.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  expect(skipped).toEqual([]);
  return [first.plan.changes.length, (await planned()).plan.changes.length];
}

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
