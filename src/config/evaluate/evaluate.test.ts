import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadOrganization } from "../load.ts";
import { BASE, loadTs, projectWith, told, TS } from "../../../test/kit/organization-file.ts";

const define = 'import { defineOrganization } from "landfall";\n';
const file = (before: string, extra = ""): string => `${define}${before}\nexport default defineOrganization({ ${BASE}, ${extra} });\n`;

describe("a TypeScript organization file", () => {
  it("may import files, JSON and the modules of Node that compute, and read files of the project", async () => {
    const text = `${define}
import { readFileSync } from "node:fs";
import path from "node:path";
import { stages } from "./org/stages";
import tags from "./org/tags.json" with { type: "json" };
const owner = readFileSync(new URL("./org/owner.txt", import.meta.url), "utf8").trim();
const accounts = Object.fromEntries(stages.map((stage) => [path.posix.join("shop", stage), { stage, owner, service: undefined }]));
export default defineOrganization({ ${BASE}, tags, ous: { [String(import.meta.dirname.length > 0)]: { accounts } } });`;
    const loaded = await loadTs(text, {
      "org/stages.ts": 'export const stages = ["dev", "prod"] as const satisfies string[];\n',
      "org/tags.json": '{ "cost": "1" }',
      "org/owner.txt": "shop\n",
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.organization).toMatchObject({
      tags: { cost: "1" },
      ous: { true: { accounts: { "shop/dev": { stage: "dev", owner: "shop" }, "shop/prod": { stage: "prod", owner: "shop" } } } },
    });
    expect(new Set(loaded.files.map((path) => basename(path)))).toEqual(new Set(["landfall.config.ts", "stages.ts", "tags.json"]));
  });

  it("may import packages of its project", async () => {
    const loaded = await loadTs(`${define}import { region } from "regions";\nexport default defineOrganization({ ${BASE}, tags: { region } });`, {
      "node_modules/regions/package.json": '{ "name": "regions", "type": "module", "exports": "./index.js" }',
      "node_modules/regions/index.js": 'export const region = "eu";',
    });
    expect(loaded.organization?.tags).toEqual({ region: "eu" });
  });

  it("may print, which does no harm and is handed on", async () => {
    const loaded = await loadTs(file('console.log("{}", 1); console.error("two"); process.stdout.write("\\u0000garbage");'));
    expect(loaded.organization?.name).toBe("acme");
    expect(loaded.output).toContain("{} 1");
    expect(loaded.output).toContain("two");
  });

  it("gives the same value on every load, in a world without environment", async () => {
    const cwd = projectWith({ [TS]: file('const tags = Object.fromEntries(Object.entries(process.env).map(([k, v]) => [k, String(v)]));', "tags") });
    const loads = [await loadOrganization(TS, { cwd }), await loadOrganization(TS, { cwd })];
    expect(loads[0]?.organization).toEqual(loads[1]?.organization);
    expect(loads[0]?.organization?.tags).toEqual({});
  });

  it("keeps keys such as __proto__ as keys", async () => {
    const { organization } = await loadTs(file("", 'tags: { ["__proto__"]: "1", constructor: "2" }'));
    expect(Object.entries(organization?.tags ?? {})).toEqual([["__proto__", "1"], ["constructor", "2"]]);
    expect(Object.getPrototypeOf(organization?.tags)).toBe(Object.prototype);
  });
});

describe("what is wrong with the code is told at its place", () => {
  it.each([
    ["a syntax error", `${define}export default defineOrganization({ name: });`, "LF1005 2:43 }"],
    ["a syntax error behind import.meta and wide characters", 'const é = import.meta.url, x = "😀" +;', "LF1005 1:38 ;"],
    ["an import that leads nowhere", `${define}import { x } from "./nowhere.ts";\nexport default x;`, 'LF1005 2:19 "./nowhere.ts"'],
    ["an unknown name of landfall", 'import { define } from "landfall";\nexport default define({});', "LF1005 1:10 define"],
    ["a thrown error", `${define}function bad(): never {\n  throw new RangeError("no such team");\n}\nexport default bad();`, "LF1006 3:9 n"],
    ["an error thrown where nobody waits", `${define}setTimeout(() => {\n  throw new Error("late");\n});\nexport default new Promise(() => {});`, "LF1006 3:9 n"],
    ["no default export", `${define}export const org = 1;`, "LF1010 1:1 "],
    ["a function", `${define}export default () => defineOrganization({} as never);`, "LF1011 2:16 () => defineOrganization({} as never)"],
    ["a class instance, a date and others", `${define}class Team {}\nexport default { a: new Team(), b: [new Date(0), NaN], c: 1n, d: new Map(), e: () => 1, f: Symbol("x") } as never;`, "LF1012 3:21 new Team()"],
    ["a list with a hole", `${define}export default { regions: ["a", undefined] } as never;`, 'LF1012 2:33 undefined'],
    ["text", 'export default "acme";', 'LF1103 1:16 "acme"'],
    ["nothing", "export default undefined;", "LF1012 1:16 undefined"],
    ["the time", `${define}const now = Date.now();\nexport default now;`, "LF1015 2:18 n"],
    ["a new date", `${define}export default { tags: { made: new Date().toISOString() } };`, "LF1015 2:32 n"],
    ["chance by an import", 'import { randomUUID } from "node:crypto";\nexport default { name: randomUUID() };', "LF1015 2:24 r"],
    ["chance", `${define}export default { name: "a" + Math.random() };`, "LF1015 2:35 r"],
  ])("%s", async (_what, text, expected) => {
    const loaded = await loadTs(text);
    expect(loaded.organization).toBeUndefined();
    expect(told(loaded)[0]).toBe(expected);
  });

  it("an endless recursion, somewhere in the function", async () => {
    expect(told(await loadTs("const f = (): number => 1 + f();\nexport default f();"))[0]).toMatch(/^LF1006 1:/);
  });

  it("in the imported file where it happened", async () => {
    const files = { "org/team.ts": 'export function team(): string {\n  throw new Error("no such team");\n}\n' };
    const [only] = (await loadTs(`${define}import { team } from "./org/team.ts";\nexport default { owner: team() };`, files)).diagnostics;
    expect(only).toMatchObject({ code: "LF1006", summary: "`landfall.config.ts` threw an error: Error: no such team", place: { file: "org/team.ts", line: 2 } });
  });

  it("all values that are not plain, with their paths", async () => {
    const loaded = await loadTs("export default { a: new Date(0), b: [1, NaN], c: 1n, d: { e: () => 1 } } as never;");
    expect(loaded.diagnostics.map(({ summary }) => summary)).toEqual([
      "`a` is a date, which is not plain data.",
      "`b.1` is NaN, which is not plain data.",
      "`c` is a bigint, which is not plain data.",
      "`d.e` is a function, which is not plain data.",
    ]);
  });

  it("a value that contains itself", async () => {
    const loaded = await loadTs("const a: Record<string, unknown> = {};\na.b = { a };\nexport default a as never;");
    expect(loaded.diagnostics).toMatchObject([{ code: "LF1012", summary: "`b.a` is a value that contains itself, which is not plain data." }]);
  });
});

describe("what the code may not do", () => {
  const secret = join(homedir(), ".aws/credentials");

  it.each([
    ["read a file outside the project", `import { readFileSync } from "node:fs";\nreadFileSync(${JSON.stringify(secret)}, "utf8");`, "LF1013 3:1 r"],
    ["write a file", 'import { writeFileSync } from "node:fs";\nwriteFileSync("made.txt", "x");', "LF1013 3:1 w"],
    ["start a program by import", 'import { execSync } from "node:child_process";\nexecSync("id");', 'LF1014 2:26 "node:child_process"'],
    ["reach the network by import", 'import http from "http";\nhttp.get("http://localhost");', 'LF1014 2:18 "http"'],
    ["reach the network by a URL", 'import x from "https://localhost/x.js";\nx();', 'LF1014 2:15 "https://localhost/x.js"'],
    ["reach the network by fetch", 'await fetch("http://localhost");', "LF1013 2:7 f"],
    ["import by a computed name", 'const name = ["node", "net"].join(":");\nconst m = await import(name);', "LF1014 3:17 i"],
    ["make code from text", 'new Function("return 1")();', "LF1006 2:1 n"],
  ])("%s", async (_what, code, expected) => {
    const cwd = projectWith({ [TS]: file(code) });
    const loaded = await loadOrganization(TS, { cwd });
    expect(loaded.organization).toBeUndefined();
    expect(told(loaded)).toEqual([expected]);
    expect(existsSync(join(cwd, "made.txt"))).toBe(false);
  });

  it.each([
    ["process.getBuiltinModule", 'process.getBuiltinModule("node:child_process")'],
    ["process.binding", '(process as any).binding("spawn_sync")'],
    ["process.dlopen", 'process.dlopen({ exports: {} }, "x.node")'],
    ["process.kill", "process.kill(process.ppid, 9)"],
    ["a module in the global scope", "(globalThis as any).child_process.execSync"],
    ["require", '(globalThis as any).require("net")'],
  ])("use %s", async (_what, code) => {
    expect(told(await loadTs(file(`const got = ${code};`)))).toEqual([expect.stringMatching(/^LF10(06|13) 2:/)]);
  });

  it("leave its project with a symbolic link that is imported", async () => {
    const outside = projectWith({ "secret.json": '{ "token": "x" }' });
    const cwd = projectWith({ [TS]: `${define}import secret from "./link.json";\nexport default secret;` });
    symlinkSync(join(outside, "secret.json"), join(cwd, "link.json"));
    const loaded = await loadOrganization(TS, { cwd });
    expect(told(loaded)).toEqual(['LF1014 2:20 "./link.json"']);
  });

  it("leave its project with a path", async () => {
    const cwd = projectWith({ "app/package.json": "{}", [`app/${TS}`]: `${define}import secret from "../secret.json";\nexport default secret;`, "secret.json": "{}" });
    expect(told(await loadOrganization(TS, { cwd: join(cwd, "app") }))).toEqual(['LF1014 2:20 "../secret.json"']);
  });

  it("read files of the home folder when the project is that wide", async () => {
    const home = projectWith({});
    mkdirSync(join(home, ".aws"));
    writeFileSync(join(home, ".aws/credentials"), "secret");
    writeFileSync(join(home, TS), file('import { readFileSync } from "node:fs";\nreadFileSync(".aws/credentials");'));
    const before = process.env["HOME"];
    process.env["HOME"] = home;
    try {
      expect(told(await loadOrganization(TS, { cwd: home }))).toEqual(["LF1013 3:1 r"]);
    } finally {
      process.env["HOME"] = before;
    }
  });
});

describe("an evaluation that does not end well", () => {
  it.each([
    ["runs for ever", "for (;;) {}", "LF1007"],
    ["waits for ever", "setInterval(() => {}, 1000);\nawait new Promise(() => {});", "LF1007"],
    ["waits for nothing", "await new Promise(() => {});", "LF1009"],
    ["exits", "process.exit(0);", "LF1009"],
    ["exits with a value of its own making", 'import { writeSync } from "node:fs";\nwriteSync(3, "{}");\nprocess.exit(0);', "LF1013"],
    ["fills its heap", "const all: unknown[] = [];\nfor (;;) all.push(new Array(100_000).fill(all.length));", "LF1008"],
  ])("because it %s", async (_what, code, expected) => {
    const loaded = await loadOrganization(TS, { cwd: projectWith({ [TS]: file(code) }), timeoutMillis: expected === "LF1007" ? 1_500 : 20_000 });
    expect(loaded.diagnostics.map((one) => one.code)).toEqual([expected]);
    expect(loaded.organization).toBeUndefined();
  });

  it.runIf(process.platform === "linux")("because it fills memory outside its heap", async () => {
    const code = "const all: unknown[] = [];\nfor (;;) all.push(Buffer.alloc(50_000_000, 1));";
    const loaded = await loadOrganization(TS, { cwd: projectWith({ [TS]: file(code) }), timeoutMillis: 20_000 });
    expect(loaded.diagnostics.map((one) => one.code)).toEqual(["LF1008"]);
  });

  it("because its value is huge", async () => {
    const loaded = await loadTs('const big = "x".repeat(1_000_000);\nexport default { all: Array.from({ length: 100 }, () => big) } as never;');
    expect(loaded.diagnostics.map((one) => one.code)).toEqual(["LF1008"]);
  });

  it("because its value repeats itself without measure", async () => {
    const loaded = await loadTs("let v: unknown = {};\nfor (let i = 0; i < 60; i++) v = { a: v, b: v };\nexport default v as never;");
    expect(loaded.diagnostics[0]?.code).toMatch(/^LF10(07|08)$/);
  });
});
