import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, jsonValue, oneof, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOrganization } from "./load.ts";
import { projectWith } from "../../test/kit/organization-file.ts";

/** Pieces that files are made of, in an order nobody wants. */
const PIECES = [
  "name", "regions", "ous", "accounts", "policies", "__proto__", "document", "file", "tags", "type", "scp", ":", ": ", "- ", "\n",
  "\n  ", "\n    ", "{", "}", "[", "]", ",", '"', "'", "&a ", "*a", "<<: ", "|", ">", "!x ", "? ", "#", "---\n", "1", "1e3", "null",
  "true", "\t", "\\", "\u0000", "é", "😀", "..", "%", "@",
];
const soup = oneof(array(constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")), string({ unit: "binary" }));
const json = jsonValue().map((value) => JSON.stringify(value));
const shaped = jsonValue({ maxDepth: 3 }).map((value) => {
  const ous = { A: value, B: { accounts: value, ous: value } };
  return JSON.stringify({ name: "acme", homeRegion: "eu-west-1", regions: value, policies: value, ous, root: value, tags: value });
});
const asCode = (text: string): string => `export default ${text} as never;`;

describe("whatever stands in the file", () => {
  it.each([["landfall.config.json", 150], ["landfall.config.yaml", 150], ["landfall.config.ts", 15]] as const)("%s gives an organization or mistakes, each with a place", async (name, numRuns) => {
    const cwd = projectWith({});
    const written = name.endsWith(".ts") ? asCode : String;
    const text = oneof(soup, json.map(written), shaped.map(written));
    await assert(
      asyncProperty(text, async (content) => {
        writeFileSync(join(cwd, name), content);
        const { organization, diagnostics } = await loadOrganization(name, { cwd });
        expect(organization !== undefined || diagnostics.length > 0).toBe(true);
        for (const one of diagnostics) expect(one).toMatchObject({ place: { line: expect.any(Number) as number } });
      }),
      { numRuns },
    );
  });
});
