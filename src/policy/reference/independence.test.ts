import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const HERE = import.meta.dirname;
const ROOM = resolve(HERE, "..");

/** What a file imports from other files, but for types. */
function codeImportedBy(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^import (?!type )[^;]*? from "(\.[^"]+)";$/gm)].map(([, specifier = ""]) => relative(ROOM, resolve(file, "..", specifier)));
}

const files = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => join(HERE, name));

describe("the reference evaluator", () => {
  it("shares with the compiled one only tables of facts, the reading of lists and the refusal of what is no policy", () => {
    const shared = new Set(files.flatMap(codeImportedBy).filter((file) => !file.startsWith("reference/")));
    expect(files.length).toBeGreaterThan(30);
    expect([...shared].filter((file) => !file.startsWith("data/")).sort()).toEqual(["evaluable.ts", "shape.ts"]);
  });

  it("is not used by the compiled one", () => {
    const fast = readdirSync(join(ROOM, "fast"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    expect(fast.flatMap((name) => codeImportedBy(join(ROOM, "fast", name))).filter((file) => file.startsWith("reference/"))).toEqual([]);
  });
});
