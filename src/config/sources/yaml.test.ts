import { describe, expect, it } from "vitest";
import { loadText, told } from "../../../test/kit/organization-file.ts";

const YAML = "landfall.config.yaml";
const base = "name: acme\nhomeRegion: eu-west-1\nregions: [eu-west-1]\n";
const load = (rest: string): ReturnType<typeof loadText> => loadText(YAML, base + rest);
const places = async (rest: string): Promise<string[]> => told(await load(rest));

describe("an organization file in YAML", () => {
  it("is read as YAML 1.2: yes, on and octal digits are text or numbers, never something else", async () => {
    const { organization } = await load('tags: { a: yes, b: on, c: "012", d: 2020-01-01, e: 0o_x }\n');
    expect(organization?.tags).toEqual({ a: "yes", b: "on", c: "012", d: "2020-01-01", e: "0o_x" });
  });

  it("may use anchors and merge keys, its own keys first", async () => {
    const { organization, diagnostics } = await load("x-ous: 1\n".slice(9) + "ous:\n  A: &a\n    tags: &t { team: x, cost: '1' }\n  B:\n    <<: *a\n    tags: { <<: *t, cost: '2' }\n  C: { <<: [*a, { description: c, tags: {} }] }\n");
    expect(diagnostics).toEqual([]);
    expect(organization?.ous).toEqual({ A: { tags: { team: "x", cost: "1" } }, B: { tags: { team: "x", cost: "2" } }, C: { tags: { team: "x", cost: "1" }, description: "c" } });
  });

  it("keeps keys such as __proto__ as keys", async () => {
    const { organization } = await load("ous:\n  __proto__: { tags: { __proto__: x } }\n  constructor: {}\n");
    expect(Object.keys(organization?.ous ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Object.keys(Object.entries(organization?.ous ?? {})[0]?.[1].tags ?? {})).toEqual(["__proto__"]);
  });

  it("has places for every kind of mistake in one run", async () => {
    const text = [
      "accountEmail: nobody",
      "tags:",
      "  cost: 12",
      "  aws:x: y",
      "policies:",
      "  deny:",
      "    document: {}",
      "ous:",
      "  Workloads:",
      "    accounts:",
      "      log-archive: { stagee: prod, id: 012345678901 }",
      "      shop:",
      "      web:",
      "        state: on",
      "        tags: [a]",
    ];
    const [first, ...more] = await places(`${text.join("\n")}\n`);
    expect([first, ...more]).toEqual([
      "LF1107 4:15 nobody",
      "LF1104 6:9 12",
      "LF1111 7:3 aws:x",
      "LF1102 9:3 deny",
      "LF1101 14:22 stagee",
      "LF1104 14:40 012345678901",
      "LF1103 15:7 shop",
      "LF1105 17:16 on",
      "LF1103 18:15 [a]",
    ]);
  });

  it("shows a mistake behind an alias where the value is written", async () => {
    expect(await places("ous:\n  A: { accounts: { a: &acc { state: gone } } }\n  B: { accounts: { b: *acc } }\n")).toEqual(["LF1105 5:37 gone"]);
  });

  it("shows a mistake that was merged in where it is written", async () => {
    const loaded = await load("root: &r { polices: [] }\nous: { A: { <<: *r } }\n");
    expect(told(loaded)).toEqual(["LF1101 4:12 polices"]);
    expect(loaded.diagnostics[0]?.detail).toBe("The same mistake is in 1 more value that comes from here.");
  });
});

describe("numbers and other values as keys", () => {
  it("must be put in quotes, and the rest is still checked", async () => {
    const loaded = await load("ous:\n  1e3: {}\n  012: { stagee: 1 }\n  true: {}\n  null: {}\n");
    expect(told(loaded)).toEqual(["LF1104 5:3 1e3", "LF1104 6:3 012", "LF1101 6:10 stagee", "LF1104 7:3 true", "LF1104 8:3 null"]);
    expect(loaded.diagnostics[0]).toMatchObject({ summary: "The key `1e3` is a number in YAML, but must be text.", fix: 'Put it in quotes: "1e3".' });
  });
});

describe("a key that stands twice", () => {
  it("is told with its name, and the rest is still checked (LF1017)", async () => {
    const loaded = await load("ous:\n  A: { accounts: {} }\n  A:\n    accounts: { a: { stagee: x } }\n<<: {}\n<<: {}\n");
    expect(told(loaded)).toEqual(["LF1017 6:3 A", "LF1101 7:22 stagee", "LF1017 9:1 <<"]);
    expect(loaded.diagnostics[0]).toMatchObject({ summary: 'The key "A" appears twice in one object.', fix: "Keep one of them." });
    expect(loaded.organization).toBeUndefined();
  });
});

describe("YAML that is refused", () => {
  it.each([
    ["keys that stand twice", "ous: {}\nous: {}\n", "LF1017 5:1 ous"],
    ["bad indentation", "ous:\n  A: [1\nB: 2\n", "LF1018 6:1 B"],
    ["tabs", "ous:\n\tA: 1\n", "LF1018 5:1 \t"],
    ["a colon in a value", "tags: a: b\n", "LF1018 4:7 a"],
    ["several documents", "---\nname: other\n", "LF1019 4:1 "],
    ["custom tags", "tags: !secret x\n", "LF1020 4:7 !secret"],
    ["an alias without anchor", "tags: *none\n", "LF1020 4:7 *none"],
    ["an alias inside its own anchor", "ous: &o { A: *o }\n", "LF1020 4:14 *o"],
    ["a list as a key", "? [a]\n: 1\n", "LF1020 4:3 [a]"],
    ["numbers without end", "tags: { a: .inf }\n", "LF1012 4:12 .inf"],
  ])("for %s", async (_what, rest, expected) => {
    const loaded = await load(rest);
    expect(loaded.organization).toBeUndefined();
    expect(told(loaded)).toContain(expected);
  });

  it("when it is empty", async () => {
    expect(told(await loadText(YAML, "# nothing\n"))).toEqual(["LF1018 1:1 "]);
    expect(told(await loadText(YAML, "null\n"))).toEqual(["LF1103 1:1 null"]);
    expect(told(await loadText(YAML, ""))).toEqual(["LF1018 1:1 "]);
  });

  it("when aliases multiply without measure", async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `  l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(", ")}]`);
    expect(told(await load(`ous:\n  l0: &l0 [x]\n${levels.join("\n")}\n`))[0]).toMatch(/^LF1020 /);
  });

  it("when it is nested beyond measure", async () => {
    expect((await load(`ous: ${"[".repeat(20_000)}`)).diagnostics[0]?.code).toMatch(/^LF1(018|115)$/);
    expect((await load(`ous: ${"[".repeat(150)}${"]".repeat(150)}\n`)).diagnostics[0]?.code).toBe("LF1115");
  });
});
