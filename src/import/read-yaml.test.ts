import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import { ConfigurationFolder } from "./folder.ts";
import { folderWith } from "./lza/testing/configuration.ts";
import { PLAIN_YAML, readYaml, type YamlDialect } from "./read-yaml.ts";
import type { YamlNode } from "./yaml-node.ts";

const INCLUDING: YamlDialect = { ...PLAIN_YAML, includeTag: "!include" };

const read = (files: Record<string, string>): YamlNode | undefined => readYaml(new ConfigurationFolder(folderWith(files)), "a.yaml", INCLUDING);

/** The value without its places. */
function plain(node: YamlNode | undefined): unknown {
  if (node?.kind === "map") return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.node)]));
  return node?.kind === "list" ? node.items.map(plain) : node?.value;
}

function problemsOf(files: Record<string, string>): readonly Diagnostic[] {
  try {
    read(files);
    return [];
  } catch (error) {
    if (error instanceof LandfallError) return error.diagnostics;
    throw error;
  }
}

const shown = ({ code, place }: Diagnostic): string => `${code} ${path.basename(place?.file ?? "")}:${place?.line}:${place?.column}`;

describe("YAML of a foreign configuration", () => {
  it("is undefined when the file does not exist, and empty when it is", () => {
    expect([read({}), plain(read({ "a.yaml": "# nothing\n" }))]).toEqual([undefined, null]);
  });

  it("resolves anchors and merge keys; a mapping's own keys win", () => {
    expect(plain(read({ "a.yaml": "base: &base {x: 1, y: 2}\nuse: &home eu\nmerged: {<<: *base, y: 3}\nlater: {y: 4, <<: [*base]}\nagain: *home\n" }))).toEqual({
      base: { x: 1, y: 2 }, use: "eu", merged: { x: 1, y: 3 }, later: { y: 4, x: 1 }, again: "eu",
    });
  });

  it("keeps the words of a number, leading zeros included", () => {
    const node = read({ "a.yaml": "id: 012345678901" });
    expect(node?.kind === "map" && node.entries.get("id")?.node).toMatchObject({ text: "012345678901" });
  });

  it("reads over tags that it does not know", () => {
    expect(plain(read({ "a.yaml": "a: !Ref Thing\nb: !GetAtt [x, y]\n" }))).toEqual({ a: "Thing", b: ["x", "y"] });
  });

  it("gives places from 1, the end behind the last character, over CRLF and a byte order mark", () => {
    const node = read({ "a.yaml": "\uFEFFone: 1\r\nlist:\r\n  - name: x\r\n    more: y\r\nend: z\r\n" });
    const item = node?.kind === "map" ? node.entries.get("list")?.node : undefined;
    expect(item?.place).toMatchObject({ line: 3, column: 3, endLine: 4, endColumn: 12, excerpt: ["  - name: x", "    more: y"] });
  });

  it("brings in included files, each path counted from the file that names it, with places in that file", () => {
    const node = read({ "a.yaml": "all: !include in/b.yaml\n", "in/b.yaml": "- 1\n- !include c.yaml\n", "in/c.yaml": "x: y\n" });
    expect(plain(node)).toEqual({ all: [1, { x: "y" }] });
    const all = node?.kind === "map" ? node.entries.get("all")?.node : undefined;
    expect(all?.kind === "list" && all.items[1]?.place.file.endsWith("in/c.yaml")).toBe(true);
  });

  it("refuses with LF6003, at its place, what is not YAML", () => {
    expect(problemsOf({ "a.yaml": "x: 1\ny: [1, 2\nz: 3\n" }).map(shown)[0]).toMatch(/^LF6003 a\.yaml:3/);
  });

  it("refuses with LF6003 a key that stands twice, since one of the two would be lost", () => {
    expect(problemsOf({ "a.yaml": "x: 1\nx: 2\n" }).map(shown)).toEqual(["LF6003 a.yaml:2:1"]);
  });

  it.each([
    ["a key that is the same once it is read", "1: x\n\"1\": y\n"],
    ["a key that a merge key only looks like", "a: &k b\nb: x\n*k : y\n"],
    ["a key that is a list", "? [a, b]\n: x\n"],
    ["a second document", "a: b\n---\nc: d\n"],
  ])("refuses with LF6003 %s, since it would be lost", (_name, text) => {
    expect(problemsOf({ "a.yaml": text }).map(({ code }) => code)).toEqual(["LF6003"]);
  });

  it("refuses with LF6002 a file that is no text", () => {
    expect(problemsOf({ "a.yaml": "#".repeat(9_000_000) }).map(shown)).toEqual(["LF6002 a.yaml:1:1"]);
  });

  it.each([
    ["that lies outside", "!include ../../etc/passwd"],
    ["that does not exist", "!include nowhere.yaml"],
    ["that is the file itself", "!include a.yaml"],
  ])("refuses with LF6004 an include %s", (_, include) => {
    expect(problemsOf({ "a.yaml": `x:\n  - ${include}\n` }).map(shown)).toEqual(["LF6004 a.yaml:2:14"]);
  });

  it("names the way round when files include each other", () => {
    const [problem] = problemsOf({ "a.yaml": "!include b.yaml", "b.yaml": "!include a.yaml" });
    expect(problem?.code).toBe("LF6004");
    expect(problem?.detail?.split(" → ").map((file) => path.basename(file))).toEqual(["a.yaml", "b.yaml", "a.yaml"]);
  });

  it.each([
    ["brackets beyond any depth", "[".repeat(50_000)],
    ["dashes beyond any depth", `${"- ".repeat(50_000)}x`],
    ["blocks beyond any depth", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:\n${" ".repeat(i)}-`).join("\n")],
    ["closed brackets beyond any depth", `${"[".repeat(3000)}${"]".repeat(3000)}`],
    ["an anchor inside itself", "a: &a [*a]"],
    ["anchors that multiply", ["a: &a [1,1,1,1,1,1,1,1,1,1]", ..."bcdefgh".split("").map((name, i) => `${name}: &${name} [${Array(10).fill(`*${"abcdefgh"[i]}`).join(",")}]`)].join("\n")],
  ])("does not fall over %s", (_, text) => {
    expect(problemsOf({ "a.yaml": text })[0]?.code).toBe("LF6003");
  });
});
