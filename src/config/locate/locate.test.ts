import { describe, expect, it } from "vitest";
import { BASE, loadTs, told } from "../../../test/kit/organization-file.ts";

const define = 'import { defineOrganization } from "landfall";\n';
/** A file whose OU "W" is what the code says; each case has one mistake, at the place marked. */
const withOu = (before: string, ou: string): string => `${define}${before}\nexport default defineOrganization({ ${BASE}, ous: { W:
${ou} } });\n`;
const places = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> => told(await loadTs(text, files));

describe("mistakes in literals", () => {
  it("shows a wrong value at the value", async () => {
    expect(await places(withOu("", '{ accounts: { a: { state: "on" } } }'))).toEqual(['LF1105 4:27 "on"']);
  });

  it("shows an unknown key at the key", async () => {
    expect(await places(withOu("", '{ accounts: { a: { stagee: "x" } } }'))).toEqual(["LF1101 4:20 stagee"]);
  });

  it("shows a missing key at the key of the object that lacks it", async () => {
    expect(await places(`${define}export default defineOrganization({ ${BASE}, policies: {\n  deny: {\n    document: {},\n  },\n} });`)).toContain("LF1102 3:3 deny");
  });

  it("shows what the organization itself lacks at its opening brace", async () => {
    expect(await places(`${define}export default defineOrganization({\n  homeRegion: "eu-west-1", regions: ["eu-west-1"],\n} as any);`)).toEqual(["LF1102 2:35 {"]);
  });
});

describe("the default export", () => {
  it.each([
    ["a constant", `const org = defineOrganization({ ${BASE}, root: { polices: [] } });\nexport default org;`],
    ["a constant exported by name", `const org = defineOrganization({ ${BASE}, root: { polices: [] } });\nexport { org as default };`],
    ["an object with satisfies", `import type { Organization } from "landfall";\nexport default { ${BASE}, root: { polices: [] } } satisfies Organization;`],
    ["a promise", `export default Promise.resolve({ ${BASE}, root: { polices: [] } });`],
    ["what an async function gives", `async function make() { return { ${BASE}, root: { polices: [] } }; }\nexport default await make();`],
  ])("is followed when it is %s", async (_what, text) => {
    const [only, ...more] = await places(define + text);
    expect(only).toMatch(/^LF1101 \d+:\d+ polices$/);
    expect(more).toEqual([]);
  });
});

describe("values that come from elsewhere in the file", () => {
  it("follows a constant to its literal", async () => {
    expect(await places(withOu('const state = "on";', "{ accounts: { a: { state } } }"))).toEqual(['LF1105 2:15 "on"']);
  });

  it("follows members of constants", async () => {
    expect(await places(withOu('const states = { old: ["active", "gone"] } as const;', "{ accounts: { a: { state: states.old[1] } } }"))).toEqual(['LF1105 2:34 "gone"']);
  });

  it("follows a spread, and the later key wins", async () => {
    expect(await places(withOu('const base = { state: "on", stagee: "x" };', '{ accounts: { a: { ...base, state: "active" } } }'))).toEqual(["LF1101 2:29 stagee"]);
  });

  it("follows an enum", async () => {
    expect(await places(withOu('enum State { Gone = "gone" }', "{ accounts: { a: { state: State.Gone } } }"))).toEqual(['LF1105 2:21 "gone"']);
  });

  it("follows Object.assign", async () => {
    expect(await places(withOu("", '{ accounts: Object.assign({}, { a: { state: "on" } }) }'))).toEqual(['LF1105 4:45 "on"']);
  });
});

describe("functions of the file", () => {
  it("leads from a parameter to the argument of the call", async () => {
    const helper = "const account = (state: string) => ({ state });";
    expect(await places(withOu(helper, '{ accounts: { a: account("active"), b: account("on") } }'))).toEqual(['LF1105 4:48 "on"']);
  });

  it("shows what every call shares in the function", async () => {
    const helper = 'function account({ stage }: { stage: string }) {\n  return { stage, sevice: "x" };\n}';
    expect(await places(withOu(helper, '{ accounts: { a: account({ stage: "dev" }) } }'))).toEqual(["LF1101 3:19 sevice"]);
  });

  it("follows defaults, rest and destructuring", async () => {
    const helper = 'function account({ state = "on", ...rest }: { state?: string; owner: string }) {\n  const made = { ...rest, state };\n  return made;\n}';
    expect(await places(withOu(helper, '{ accounts: { a: account({ owner: "x" }) } }'))).toEqual(['LF1105 2:28 "on"']);
  });

  it("ends for a function that calls itself without end in its own trace", async () => {
    const helper = 'const deep = (n: number): object => (n > 400 ? { a: { state: "on" } } : deep(n + 1));';
    expect(await places(withOu(helper, "{ accounts: deep(0) }"))).toEqual(['LF1105 2:62 "on"']);
  });
});

describe("computed lists and objects", () => {
  it("shows a bad value of Object.fromEntries at the literal of the list", async () => {
    const text = withOu('const states = ["active", "on"];', "{ accounts: Object.fromEntries(states.map((state) => [`a-${state}`, { state }])) }");
    expect(await places(text)).toEqual(['LF1105 2:27 "on"']);
  });

  it("shows a bad key at the template that made it", async () => {
    const text = withOu("", '{ accounts: Object.fromEntries(["x&y"].map((key) => [`a-${key}`, {}])) }');
    expect(await places(text)).toEqual(["LF1110 4:54 `a-${key}`"]);
  });

  it("shows a bad key at the literal when nothing is added to it", async () => {
    const text = withOu("", '{ accounts: Object.fromEntries(["x", "x&y"].map((key) => [key, {}])) }');
    expect(await places(text)).toEqual(['LF1110 4:38 "x&y"']);
  });

  it("follows computed keys", async () => {
    expect(await places(withOu('const key = "a&b";', "{ accounts: { [key]: {} } }"))).toEqual(['LF1110 2:13 "a&b"']);
  });

  it("follows an object that a loop fills", async () => {
    const loop = 'const accounts: Record<string, object> = {};\nfor (const [key, state] of Object.entries({ a: "active", b: "on" })) {\n  if (key === "c") continue;\n  accounts[`w-${key}`] = { state };\n}';
    expect(await places(withOu(loop, "{ accounts }"))).toEqual(['LF1105 3:61 "on"']);
  });

  it("follows flatMap, filter, concat and push", async () => {
    const list = 'const states = ["active", ""].filter(Boolean).concat(["held"]);\nstates.push("on");\nconst pairs = states.flatMap((state, i) => [[`a${i}`, { state }]]);';
    expect(await places(withOu(list, "{ accounts: Object.fromEntries(pairs) }"))).toEqual(['LF1105 3:13 "on"']);
  });

  it("takes the branch of a condition that gave the value", async () => {
    const before = 'const staging = process.env["STAGING"] !== undefined;';
    expect(await places(withOu(before, '{ accounts: { a: { state: staging ? "active" : "on" } } }'))).toEqual(['LF1105 4:48 "on"']);
    expect(await places(withOu("", '{ accounts: { a: { state: process.env["STATE"] ?? "on" } } }'))).toEqual(['LF1105 4:51 "on"']);
  });

  it("finds the literal inside code that it does not follow", async () => {
    const text = withOu("", '{ accounts: Object.fromEntries(new Map([["a", { state: "active" }], ["b", { state: "on" }]])) }');
    expect(await places(text)).toEqual(['LF1105 4:84 "on"']);
  });

  it("shows the nearest enclosing key when no literal is there to show", async () => {
    const text = withOu("const digits = [111, 110];", "{ accounts: { a: { state: String.fromCharCode(...digits) } } }");
    expect(await places(text)).toEqual(["LF1105 4:27 String.fromCharCode(...digits)"]);
  });
});

describe("imports", () => {
  const main = (names: string, use: string): string => `${define}import ${names};\nexport default defineOrganization({ ${BASE}, ous: { W: ${use} } });\n`;

  it("follows named imports of files with any way of writing the ending", async () => {
    const files = { "org/accounts.ts": 'export const accounts = {\n  a: { state: "on" },\n};\n' };
    for (const path of ["./org/accounts.ts", "./org/accounts.js", "./org/accounts"]) {
      expect(await places(main(`{ accounts as all } from "${path}"`, "{ accounts: all }"), files)).toEqual(['LF1105 org/accounts.ts 2:15 "on"']);
    }
  });

  it("follows default imports, namespaces and re-exports", async () => {
    const files = {
      "ou.ts": 'import * as parts from "./parts.ts";\nexport default { accounts: { a: parts.account("on") } };\n',
      "parts.ts": 'export * from "./deeper.ts";\n',
      "deeper.ts": "export function account(state: string) {\n  return { state };\n}\n",
    };
    expect(await places(main('ou from "./ou.ts"', "ou"), files)).toEqual(['LF1105 ou.ts 2:47 "on"']);
  });

  it("follows JSON imports into the JSON file", async () => {
    const files = { "ou.json": '{\n  "accounts": { "a": { "stagee": 1 } }\n}\n' };
    expect(await places(main('ou from "./ou.json" with { type: "json" }', "ou"), files)).toEqual(['LF1101 ou.json 2:24 "stagee"']);
  });

  it("survives imports in a circle", async () => {
    const files = {
      "a.ts": 'import { b } from "./b.ts";\nexport const a = () => b();\n',
      "b.ts": 'import { a } from "./a.ts";\nexport const b = () => ({ state: "on", self: a === undefined });\n',
    };
    expect(await places(main('{ a } from "./a.ts"', "{ accounts: { x: a() } }"), files)).toContain('LF1105 b.ts 2:34 "on"');
  });
});
