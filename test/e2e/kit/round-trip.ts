import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { apply } from "../../../src/apply/index.ts";
import { connect } from "../../../src/aws/index.ts";
import { loadOrganization, printOrganization } from "../../../src/config/index.ts";
import { isError } from "../../../src/diagnostics/index.ts";
import type { Emulator } from "../../../src/emulator/index.ts";
import type { Imported } from "../../../src/import/index.ts";
import { expand } from "../../../src/inventory/index.ts";
import type { Organization } from "../../../src/organization/index.ts";
import { type Comparer, makePlan } from "../../../src/plan/index.ts";
import { observe, RESOURCES } from "../../../src/resources/index.ts";
import { write } from "./write.ts";

/** Writes what was imported as a user would get it, and reads it back as the program would. */
export async function written({ organization, files }: Imported): Promise<Organization> {
  const dir = mkdtempSync(path.join(tmpdir(), "landfall-import-"));
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
export async function built(organization: Organization, emulator: Emulator): Promise<[first: number, second: number]> {
  const { clock, requestHandler, credentials } = emulator;
  const aws = connect({ homeRegion: organization.homeRegion, clock, requestHandler, credentials });
  const desired = expand(organization);
  const planned = async () => {
    const observation = await observe(aws, { desired });
    const comparers = RESOURCES as unknown as readonly Comparer[];
    return { observation, plan: makePlan({ name: organization.name, homeRegion: organization.homeRegion, desired, observation, comparers }) };
  };
  const first = await planned();
  const { failed, skipped } = await apply({ ...first, aws, emit: () => {}, run: "import", standsIn: true, signal: new AbortController().signal });
  expect(failed.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  expect(skipped).toEqual([]);
  return [first.plan.changes.length, (await planned()).plan.changes.length];
}
