import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../source.ts";
import { loadTs, told } from "../../../test/kit/organization-file.ts";
import { locateInTypeScript } from "./locate.ts";

const source = (path: string, text: string): SourceFile => ({ path, shown: path, text, project: "/", show: (other) => other, timeoutMillis: 1 });
const locate = (text: string, value: unknown = { a: "x" }) => locateInTypeScript(source("/landfall.config.ts", text), [], value)(["a"], "value");

describe("following code always ends", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => join(root, name));

  it("for each file of landfall itself", () => {
    for (const path of files) {
      expect(() => locateInTypeScript(source(path, readFileSync(path, "utf8")), [], { a: "x" })(["a", 0, "b"], "value"), path).not.toThrow();
    }
  });

  it("for the code of this room, with all it imports", () => {
    const entry = join(root, "config/load.ts");
    expect(() => locateInTypeScript(source(entry, readFileSync(entry, "utf8")), files, { a: "x" })(["a"], "value")).not.toThrow();
  });

  it.each([
    ["a loop without end", "let s = 'x'; for (;;) { s = 'y'; }\nexport default { a: s };"],
    ["a list that doubles", "const a = [1]; for (let i = 0; i < 1000; i++) a.push(...a, ...a);\nexport default { a };"],
    ["a list of lists that doubles", "let a = [1]; for (let i = 0; i < 1000; i++) a = [...a, ...a];\nexport default { a };"],
    ["a text that doubles", "let s = 'x'; for (let i = 0; i < 1000; i++) s = `${s}${s}`;\nexport default { a: s };"],
    ["a text that replaces itself", "let s = 'xx'; for (let i = 0; i < 1000; i++) s = s.replaceAll('x', s);\nexport default { a: s };"],
    ["functions that call each other", "const f = () => g() + g();\nconst g = () => f() + f();\nexport default { a: f() };"],
    ["an object that holds itself", "const o = {}; o.a = o; export default o;"],
    ["brackets without end", `export default ${"[".repeat(50_000)}${"]".repeat(50_000)};`],
    ["conditions without end", `export default ${"1 ? 2 : ".repeat(50_000)}1;`],
    ["arrows without end", `export default ${"x => ".repeat(50_000)}1;`],
    ["a sum without end", `export default { a: ${"1 + ".repeat(5_000)}1 };`],
    ["nothing", ""],
    ["no code at all", "}}} not code ((("],
  ])("for %s", (_what, text) => {
    expect(() => locate(text)).not.toThrow();
  });

  it("and the mistake is still told", async () => {
    const text = `const big = ${"[".repeat(1_500)}${"]".repeat(1_500)};\nexport default { name: "A", big: big.length } as never;`;
    expect(told(await loadTs(text)).map((line) => line.slice(0, 6))).toContain("LF1101");
  });
});
