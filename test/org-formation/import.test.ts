import path from "node:path";
import { describe, expect, it } from "vitest";
import { IMPORT_KINDS, importOrgFormation } from "../../src/import/index.ts";
import { ORG_FORMATION_DATA, orgFormationSources } from "../kit/org-formation-sources.ts";
import { countTemplate } from "./plain-count.ts";

const sources = orgFormationSources().map((file) => [path.relative(ORG_FORMATION_DATA, file), file] as const);

describe.skipIf(sources.length === 0)("every real org-formation template", () => {
  it.each(sources)("%s holds what a plain reading counts, carried or listed", async (_, file) => {
    const { counts, notCarried } = await importOrgFormation(file);
    const found = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, counts[kind].found]));
    expect(found).toEqual(countTemplate(file));
    const together = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, counts[kind].carried + notCarried.filter((thing) => thing.kind === kind).length]));
    expect(together).toEqual(found);
  });

  it("is one of more than sixty", () => {
    expect(sources.length).toBeGreaterThan(60);
  });
});
