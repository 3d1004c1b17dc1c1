import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

/** In these files each line that holds a mistake ends in a comment with the mistake's code. */
const BROKEN = {
  "landfall.config.ts": `import { defineOrganization } from "landfall";

const region = "eu-wset-1"; // LF1116

export default defineOrganization({
  name: "Acme Corp", // LF1110
  homeRegion: region,
  regions: ["Ireland"], // LF1108
  accountEmail: "aws@acme.example", // LF1107
  polices: {}, // LF1101
  policies: {
    empty: { type: "scp" }, // LF1112
    other: { type: "firewall", document: {} }, // LF1105
  },
  ous: {
    Security: {
      accounts: {
        archive: { id: 12345 }, // LF1104
        audit: { id: "12345" }, // LF1109
        tools: { email: "nobody" }, // LF1106
        keys: { tags: { "aws:owner": "me" } }, // LF1111
        logs: "all", // LF1103
      },
    },
  },
} as never);
`,
  "landfall.config.yaml": `name: Acme Corp # LF1110
homeRegion: eu-west-1
regions: [Ireland] # LF1108
accountEmail: aws@acme.example # LF1107
polices: {} # LF1101
policies:
  empty: { type: scp } # LF1112
  other: { type: firewall, document: {} } # LF1105
ous:
  Security:
    accounts:
      archive: { id: 12345 } # LF1104
      audit: { id: "12345" } # LF1109
      tools: { email: nobody } # LF1106
      keys: { tags: { "aws:owner": me } } # LF1111
      logs: all # LF1103
`,
};

/** What the comments say: line and code. */
const marked = (text: string): string[] =>
  text.split("\n").flatMap((line, index) => {
    const code = /LF\d{4}$/.exec(line)?.[0];
    return code === undefined ? [] : [`${index + 1} ${code}`];
  });

async function diagnosticsOf(files: Readonly<Record<string, string>>, ...args: string[]) {
  const dir = emptyFolder();
  write(dir, files);
  const { code, stdout } = await landfallIn(dir)("check", "--format", "json", ...args);
  return { code, diagnostics: (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics };
}

const placed = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code, place }) => `${place?.line ?? "nowhere"} ${code}`);

describe("landfall check", () => {
  it.each(Object.entries(BROKEN))("finds every mistake of %s in one run, each on its line", async (name, text) => {
    const { code, diagnostics } = await diagnosticsOf({ [name]: text });
    expect(placed(diagnostics).toSorted()).toEqual(marked(text).toSorted());
    expect(code).toBe(64);
    for (const { place, fix, suggestion } of diagnostics) {
      expect(place?.file).toBe(name);
      expect(place?.excerpt.join("")).not.toBe("");
      expect(fix ?? suggestion).not.toBeUndefined();
    }
    expect(diagnostics.find(({ code: found }) => found === "LF1101")?.suggestion).toBe("policies");
  });

  it("shows each mistake with its excerpt, its fix and its code", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": BROKEN["landfall.config.yaml"] });
    const { code, stdout } = await landfallIn(dir)("check");
    expect(code).toBe(64);
    expect(stdout).toContain("landfall.config.yaml:5:1");
    expect(stdout).toContain("5 | polices: {}");
    expect(stdout).toMatch(/Write `policies`/);
    expect(stdout).toContain("LF1101   landfall explain LF1101");
  });

  it("exits 3 on findings about a file whose shape is right", async () => {
    const text = `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@foo.company
policies:
  deny: { type: scp, document: { Version: "2012-10-17", Statement: [{ Effect: Deny, Action: "*", Resource: "*" }] } }
root: { policies: [deny, dney] } # LF2009
ous:
  A: { accounts: { one: { purpose: p, owner: o, email: a@foo.company } } }
  B: { accounts: { two: { purpose: p, owner: o, email: a@foo.company } } } # LF2005
`;
    const { code, diagnostics } = await diagnosticsOf({ "landfall.config.yaml": text });
    expect(code).toBe(3);
    expect(placed(diagnostics.filter(({ severity }) => severity === "error")).toSorted()).toEqual(marked(text).toSorted());
  });

  it("finds mistakes inside a policy and about the organization in one run", async () => {
    const text = `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
policies:
  deny: { type: scp, document: { Version: "2012-10-17", Statement: [{ Effect: Dney, Action: "*", Resource: "*" }] } } # LF3020
root: { policies: [deny, dney] } # LF2009
`;
    const { diagnostics } = await diagnosticsOf({ "landfall.config.yaml": text });
    expect(placed(diagnostics.filter(({ severity }) => severity === "error")).toSorted()).toEqual(marked(text).toSorted());
  });

  it("exits 3 on warnings only when asked to", async () => {
    const files = { "landfall.config.json": JSON.stringify({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], root: { accounts: { one: { email: "a@foo.company" } } } }, undefined, 2) };
    const plain = await diagnosticsOf(files);
    expect([plain.code, plain.diagnostics.some(({ severity }) => severity === "warning")]).toEqual([0, true]);
    expect((await diagnosticsOf(files, "--fail-on", "warning")).code).toBe(3);
  });

  it.each([
    ["sarif", /"ruleId": "LF2009"/],
    ["junit", /<failure message="[^"]*" type="LF2009">landfall\.config\.yaml:2:\d+/],
    ["github", /^::error file=landfall\.config\.yaml,line=2,.*title=LF2009 /m],
    ["markdown", /\*\*LF2009\*\*/],
  ])("tells findings to pipelines as %s", async (format, pattern) => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": "{ name: acme, homeRegion: eu-west-1, regions: [eu-west-1],\n  root: { policies: [deny] } }\n" });
    const { code, stdout } = await landfallIn(dir)("check", "--format", format);
    expect(code).not.toBe(0);
    expect(stdout).toMatch(pattern);
  });

  it("names files from where a pipeline runs", async () => {
    const dir = emptyFolder();
    write(dir, { "org/landfall.config.yaml": "{ name: acme, homeRegion: eu-west-1, regions: [eu-west-1],\n  root: { policies: [deny] } }\n" });
    expect((await landfallIn(dir)("check", "--chdir", "org", "--format", "github")).stdout).toContain("::error file=org/landfall.config.yaml,line=2");
    expect((await landfallIn(dir)("check", "--chdir", "org", "--format", "sarif")).stdout).toContain('"uri": "org/landfall.config.yaml"');
  });

  it.each([
    ["LF1005", "export default {", "does not compile"],
    ["LF1006", 'const name = (): string => {\n  throw new RangeError("no luck");\n};\nexport default { name: name() };', "no luck"],
    ["LF1010", "export const a = 1;", "default"],
    ["LF1013", 'import { readFileSync } from "node:fs";\nexport default readFileSync("/etc/passwd", "utf8");', "/etc/passwd"],
    ["LF1015", "export default { name: String(Date.now()) };", "Date.now"],
  ])("%s: tells what is wrong with a program that gives no organization", async (expected, text, said) => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.ts": text });
    const { code, stdout, stderr } = await landfallIn(dir)("check");
    expect(code).toBe(64);
    expect(`${stdout}${stderr}`).toContain(`landfall explain ${expected}`);
    expect(`${stdout}${stderr}`).toContain(said);
  });

  it("tells a mistake of shape and what the rules say of the rest in one run, and how many rules wait", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": "name: acme\nhomeRegion: eu-west-1\nregions: [eu-west-1]\naccountEmail: aws+{account}@acme.dev\nous:\n  Workloads:\n    ous:\n      Prod:\n        accounts:\n          shop: { stage: dev, emial: a@b.cc }\n" });
    const { code, stdout, stderr } = await landfallIn(dir)("check");
    expect(code).toBe(64);
    expect(stdout).toMatch(/LF1101[^]*LF2102/);
    expect(stdout).toContain("Did you mean email?");
    expect(stderr).toMatch(/\d+ of \d+ rules look at what is wrong above, and judge once it is mended\./);
    const plan = await landfallIn(dir)("plan", "--local");
    expect([plan.code, plan.stderr.includes("LF1101"), plan.stderr.includes("LF2102")]).toEqual([64, true, false]);
  });
});
