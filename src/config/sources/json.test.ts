import { describe, expect, it } from "vitest";
import { loadText, told } from "../../../test/kit/organization-file.ts";

const JSON_FILE = "landfall.config.json";
const places = async (text: string): Promise<string[]> => told(await loadText(JSON_FILE, text));
const base = '"name": "acme", "homeRegion": "eu-west-1", "regions": ["eu-west-1"]';

describe("an organization file in JSON", () => {
  it("is an organization, $schema and keys such as __proto__ included", async () => {
    const { organization, diagnostics } = await loadText(JSON_FILE, `{ "$schema": "./schema.json", ${base}, "tags": { "__proto__": "x" } }`);
    expect(diagnostics).toEqual([]);
    expect(Object.entries(organization?.tags ?? {})).toEqual([["__proto__", "x"]]);
  });

  it("has places for every kind of mistake in one run", async () => {
    const text = `{\n  "name": "Acme",\n  "regions": ["eu-west-1", 7],\n  "ous": {\n    "A": {\n      "accounts": { "a": { "stagee": "x" }, "b&c": {} },\n      "tags": {\n        "k": "&"\n      }\n    }\n  }\n}\n`;
    expect(await places(text)).toEqual(["LF1102 1:1 {", 'LF1110 2:11 "Acme"', "LF1104 3:28 7", 'LF1101 6:28 "stagee"', 'LF1110 6:45 "b&c"', 'LF1111 8:14 "&"']);
  });

  it("names a key that stands twice, and has the rest checked too", async () => {
    const { diagnostics } = await loadText(JSON_FILE, `{ ${base}, "tags": {}, "tags": { "k": 1 }, "nme": 1 }`);
    expect(diagnostics.map(({ code, summary }) => [code, summary.includes('"tags"')])).toEqual([["LF1017", true], ["LF1104", false], ["LF1101", false]]);
  });

  it.each([
    ["comments and trailing commas, both told", `{ // acme\n${base}, }`, ["LF1016 1:3 // acme", expect.stringMatching(/^LF1016 2:\d+ ,$/)]],
    ["a byte order mark", `\uFEFF{ ${base} }`, ["LF1016 1:1 \uFEFF"]],
    ["a key that stands twice", `{ ${base},\n"tags": {}, "tags": {} }`, ['LF1017 2:13 "tags"']],
    ["a missing bracket", `{ ${base}`, [expect.stringMatching(/^LF1016 1:/)]],
    ["single quotes", "{ 'name': 1 }", ["LF1016 1:3 '"]],
    ["nothing at all", "", ["LF1016 1:1 "]],
    ["nesting beyond measure", "[".repeat(100_000), [expect.stringMatching(/^LF1115 /)]],
  ])("is refused for %s", async (_what, text, expected) => {
    expect(await places(text)).toEqual(expected);
  });
});
