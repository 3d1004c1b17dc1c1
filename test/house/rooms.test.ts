import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { shortestCycle } from "./cycles.ts";
import { importsOf } from "./imports.ts";
import { offensesOf } from "./room-rules.ts";
import { ROOMS } from "./rooms.ts";
import { productFiles, readProjectFile, ROOT } from "./source-files.ts";

const imports = productFiles().flatMap((file) => importsOf(file));

describe("the rooms of src", () => {
  it("are those of the table, and none is without a file", () => {
    const folders = readdirSync(path.join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !ROOMS.includes(name))).toEqual([]);
    expect(folders.filter((name) => !existsSync(path.join(ROOT, "src", name, "index.ts")) && name !== "cli")).toEqual([]);
  });

  it("know only the rooms below them, each by its door", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.flatMap(offensesOf)).toEqual([]);
  });

  it("import only files that exist and packages that package.json names", () => {
    const { dependencies, devDependencies } = JSON.parse(readProjectFile("package.json")) as Record<string, Record<string, string>>;
    const packages = new Set(Object.keys({ ...dependencies, ...devDependencies }));
    const packageOf = (specifier: string): string => specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
    const lost = imports.filter(({ to, specifier }) => (to === undefined ? !specifier.startsWith("node:") && !packages.has(packageOf(specifier)) : !existsSync(path.join(ROOT, to))));
    expect(lost.map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`)).toEqual([]);
  });

  it("have no cycle of imports between their files", () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (to !== undefined && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
    expect(shortestCycle(edges)?.join("\n  imports ")).toBeUndefined();
  });
});

describe("the check of the rooms", () => {
  const offense = (from: string, statement: string): string | undefined => importsOf(from, statement).flatMap(offensesOf)[0];

  it.each([
    ["src/plan/a.ts", 'import { b } from "../apply/index.ts";', "plan (row 3) may not know apply (row 6)"],
    ["src/policy/a.ts", 'import type { b } from "../organization/index.ts";', "policy may not know organization, which its row names later"],
    ["src/plan/a.ts", 'export * from "../ids/arn.ts";', "ids is entered past its index.ts"],
    ["src/emulator/x/a.ts", 'import { b } from "../../plan/index.ts";', "the emulator may not know plan"],
    ["src/aws/a.ts", 'const b = import("../emulator/index.ts");', "aws may not know the emulator"],
    ["src/index.ts", 'export * from "./emulator/index.ts";', "the package's door may not know the emulator"],
    ["src/plan/a.ts", 'import { readFile } from "node:fs/promises";', "plan is pure and may not ask the system"],
    ["src/review/a.ts", 'let b: import("@aws-sdk/client-sts").STS;', "review is pure and may not know the SDK"],
    ["src/resources/a.ts", 'import { STS } from "@aws-sdk/client-sts";', "resources may know the SDK's types only"],
    ["src/cli/a.ts", 'import type { STS } from "@aws-sdk/client-sts";', "cli may not know the SDK"],
    ["src/cli/a.ts", 'import { b } from "../../test/kit/b.ts";', "the product may not import what is outside of src"],
    ["src/cli/a.ts", 'import { b } from "./testing/b.ts";', "the product may not import what belongs to tests"],
  ])("in %s refuses %s", (from, statement, what) => {
    expect(offense(from, statement)).toContain(what);
  });

  it.each([
    ["src/plan/a.ts", 'import { b } from "../inventory/index.ts";'],
    ["src/organization/a.ts", 'import { b } from "../policy/index.ts";'],
    ["src/emulator/services/a.ts", 'import { b } from "../../limits/index.ts";'],
    ["src/cli/commands/a.ts", 'const b = import("../../emulator/index.ts");'],
    ["src/resources/a.ts", 'import type { STS } from "@aws-sdk/client-sts";'],
  ])("in %s allows %s", (from, statement) => {
    expect(offense(from, statement)).toBeUndefined();
  });

  it("finds the shortest of several cycles", () => {
    const edges = new Map([["a", ["b"]], ["b", ["c"]], ["c", ["a", "d"]], ["d", ["c"]]]);
    expect(shortestCycle(edges)).toEqual(["c", "d", "c"]);
    expect(shortestCycle(new Map([["a", ["b"]], ["b", ["c"]]]))).toBeUndefined();
  });
});
