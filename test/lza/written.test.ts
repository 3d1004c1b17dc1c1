import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type ConfigFormat, type Loaded, loadOrganization, printOrganization } from "../../src/config/index.ts";
import { isError } from "../../src/diagnostics/index.ts";
import { importLza, type Imported } from "../../src/import/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { review } from "../../src/review/index.ts";
import { DATA, lzaSources } from "./sources.ts";

const sources = lzaSources().map((dir) => [path.relative(DATA, dir), dir] as const);
if (sources.length === 0) console.log(`skipped: no Landing Zone Accelerator configurations at ${DATA}`);

async function writtenAndLoaded({ organization, files }: Imported, format: ConfigFormat): Promise<Loaded> {
  const dir = mkdtempSync(path.join(tmpdir(), "landfall-lza-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(dir, file.path)), { recursive: true });
    writeFileSync(path.join(dir, file.path), file.text);
  }
  writeFileSync(path.join(dir, `landfall.config.${format}`), printOrganization(organization, { format, policyFiles: true }));
  return loadOrganization(`landfall.config.${format}`, { cwd: dir });
}

const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== key)) as Omit<T, K>;

/** Loading puts every document beside the name of its file. */
const withoutDocuments = (organization: Organization): Organization => bare(organization) as Organization;

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !("file" in value && (key === "document" || key === "inlinePolicy")));
  return Object.fromEntries(kept.map(([key, member]: [string, unknown]) => [key, bare(member)]));
}

describe.skipIf(sources.length === 0)("an imported organization, written as a file", () => {
  it.each(sources)("loads as it was and passes every rule that is an error: %s", async (_, dir) => {
    const imported = await importLza(dir);
    for (const format of ["json", "yaml"] as const) {
      const { organization, diagnostics } = await writtenAndLoaded(imported, format);
      expect(diagnostics.filter(isError).map(({ code, summary }) => `${code} ${summary}`)).toEqual([]);
      if (organization === undefined) throw new Error("nothing was loaded");
      expect(without(withoutDocuments(organization), "$schema")).toEqual(imported.organization);
      expect(review(organization).filter(isError).map(({ code, summary }) => `${code} ${summary}`)).toEqual([]);
    }
  });
});
