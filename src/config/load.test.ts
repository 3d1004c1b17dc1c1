import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadOrganization } from "./load.ts";
import { BASE, loadText, loadTs, projectWith, told, TS, under } from "../../test/kit/organization-file.ts";

const define = 'import { defineOrganization } from "landfall";\n';
const leave = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*" }] }';
const withPolicy = (policy: string): string => `${define}export default defineOrganization({ ${BASE},\npolicies: { leave: ${policy} } });\n`;

describe("a file that cannot be loaded", () => {
  it.each([
    ["does not exist", "nowhere.ts", "LF1003"],
    ["is a folder", "folder.ts", "LF1003"],
    ["is not text", "bytes.json", "LF1003"],
    ["has another ending", "landfall.toml", "LF1004"],
    ["has no ending", "landfall", "LF1004"],
  ])("because it %s", async (_what, name, code) => {
    const cwd = projectWith({ "folder.ts/x": "", "landfall.toml": "", landfall: "" });
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(cwd, "bytes.json"), Buffer.from([0x7b, 0xff, 0xfe]));
    const loaded = await loadOrganization(name, { cwd });
    expect(loaded.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(loaded.placeOf([])).toBeUndefined();
  });
});

describe("many mistakes in one file", () => {
  it("are all told in one run, in the order of the file", async () => {
    const text = `${define}
const stages = ["dev", "prd&"] as const;

export default defineOrganization({
  name: "Acme",
  homeRegion: "Ireland",
  regions: ["eu-west-1", "eu-wst-1"],
  accountEmail: "aws+{acount}@acme.example",
  polices: {},
  policies: {
    leave: { type: "spc", document: {} },
    empty: { type: "scp" },
    missing: { type: "scp", file: "policies/missing.json" },
    bad: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Maybe", Action: "s3:*", Resource: "*" }] } },
    broken: { type: "scp", file: "policies/broken.json" },
  },
  ous: {
    Workloads: {
      fullAwsAccess: "no",
      accounts: Object.fromEntries(stages.map((stage) => [\`shop-\${stage}\`, { stage, stat: "active" }])),
      ous: { Prod: { accounts: { "log-archive": { id: 123, email: "nobody", state: "gone" } } } },
    },
  },
} as never);
`;
    const loaded = await loadTs(text, { "policies/broken.json": '{ "Version": "2012-10-17",\n  "Statement": [,] }' });
    expect(told(loaded)).toEqual([
      'LF1111 3:24 "prd&"',
      'LF1110 6:9 "Acme"',
      'LF1108 7:15 "Ireland"',
      'LF1116 8:26 "eu-wst-1"',
      'LF1107 9:17 "aws+{acount}@acme.example"',
      "LF1101 10:3 polices",
      'LF1105 12:20 "spc"',
      'LF1112 13:12 { type: "scp" }',
      'LF1021 14:35 "policies/missing.json"',
      'LF3020 15:82 "Maybe"',
      'LF1103 20:22 "no"',
      "LF1110 21:59 `shop-${stage}`",
      "LF1101 21:85 stat",
      "LF1104 22:55 123",
      'LF1106 22:67 "nobody"',
      'LF1105 22:84 "gone"',
      "LF3001 policies/broken.json 2:17 ,",
    ]);
    expect(loaded.diagnostics.every(({ place }) => place !== undefined && place.excerpt.length > 0)).toBe(true);
  });
});

describe("several missing keys", () => {
  it.each([[TS, "export default {};"], ["landfall.config.json", "{}"], ["landfall.config.yaml", "{}"]])("are each told by their name in %s", async (name, text) => {
    const { diagnostics } = await loadText(name, text);
    expect(diagnostics.map(({ summary, detail }) => [summary, detail])).toEqual([
      ["The organization has no `name`.", undefined],
      ["The organization has no `homeRegion`.", undefined],
      ["The organization has no `regions`.", undefined],
    ]);
  });
});

describe("policy files", () => {
  it("are read relative to the organization file and become documents", async () => {
    const cwd = projectWith({ [`org/${TS}`]: withPolicy('{ type: "scp", file: "policies/leave.json" }'), "org/policies/leave.json": leave });
    const loaded = await loadOrganization(`org/${TS}`, { cwd });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.organization?.policies?.["leave"]).toMatchObject({ file: "policies/leave.json", document: JSON.parse(leave) as object });
    expect(loaded.files).toEqual([join(cwd, "org", TS), join(cwd, "org/policies/leave.json")]);
  });

  it("that do not exist are told at their name", async () => {
    expect(told(await loadTs(withPolicy('{ type: "scp", file: "nowhere.json" }')))).toEqual(['LF1021 3:41 "nowhere.json"']);
    expect(told(await loadTs(withPolicy('{ type: "scp", file: "policies" }'), { "policies/x": "" }))).toEqual(['LF1021 3:41 "policies"']);
  });

  it("outside the project are refused, by path and by symbolic link", async () => {
    const outside = projectWith({ "leave.json": leave });
    const cwd = projectWith({ [TS]: withPolicy('{ type: "scp", file: "link.json" }') });
    symlinkSync(join(outside, "leave.json"), join(cwd, "link.json"));
    expect(told(await loadOrganization(TS, { cwd }))).toEqual(['LF1022 3:41 "link.json"']);
    expect(told(await loadTs(withPolicy('{ type: "scp", file: "../../etc/passwd" }')))).toEqual(['LF1022 3:41 "../../etc/passwd"']);
  });

  it("with mistakes are told in the policy file", async () => {
    const loaded = await loadTs(withPolicy('{ type: "scp", file: "leave.json" }'), { "leave.json": '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*" },]\n}\n' });
    expect(told(loaded)).toEqual(["LF3003 leave.json 3:69 ,"]);
    expect(loaded.organization?.name).toBe("acme");
  });
});

describe("policy documents", () => {
  it("in the organization file are checked where they are written", async () => {
    const loaded = await loadTs(withPolicy('{ type: "scp", document: {\n  Version: "2012-10-17",\n  Statement: { Effect: "Maybe", Action: "s3:*", Resource: "*" },\n} }'));
    expect(loaded.organization?.name).toBe("acme");
    expect(loaded.diagnostics[0]).toMatchObject({ place: { file: TS, line: 5 } });
    expect(loaded.diagnostics[0]?.code).toMatch(/^LF3/);
  });

  it("in YAML too", async () => {
    const yaml = "name: acme\nhomeRegion: eu-west-1\nregions: [eu-west-1]\npolicies:\n  leave:\n    type: scp\n    document:\n      Version: '2012-10-17'\n      Statement:\n        Effect: Maybe\n        Action: s3:*\n        Resource: '*'\n";
    const loaded = await loadText("landfall.config.yml", yaml);
    expect(loaded.diagnostics[0]).toMatchObject({ place: { line: 10 } });
  });
});

describe("places", () => {
  it("can be asked for any path, and lead to the nearest thing that is written", async () => {
    const text = `${define}export default defineOrganization({\n  ${BASE},\n  root: { policies: [] },\n  ous: {\n    W: { accounts: {\n      shop: { owner: "a" },\n    } },\n  },\n});\n`;
    for (const loaded of [await loadTs(text), await loadText("landfall.config.json", '{ "name": "acme", "homeRegion": "eu-west-1", "regions": ["eu-west-1"],\n"root": { "policies": [] },\n"ous": {\n"W": { "accounts": {\n"shop": { "owner": "a" }\n} } } }')]) {
      const at = (...path: (string | number)[]): string => {
        const place = loaded.placeOf(path);
        return place === undefined ? "nowhere" : under(place).replaceAll('"', "");
      };
      expect(at("ous", "W", "accounts", "shop", "owner")).toBe("a");
      expect(at("ous", "W")).toBe("W");
      expect(at("root", "policies")).toBe("[]");
      expect(at("root", "policies", 3)).toBe("[]");
      expect(at("ous", "W", "accounts", "shop", "email")).toMatch(/owner/);
      expect(at()).toBe("{");
      const key = loaded.placeOf(["ous", "W", "accounts", "shop", "owner"], "key");
      expect(key && under(key).replaceAll('"', "")).toBe("owner");
    }
  });

  it("show at most three lines of what they cover", async () => {
    const loaded = await loadText("landfall.config.yaml", "name: acme\nhomeRegion: eu-west-1\nregions:\n  - 1\n  - |\n   a\n   b\n   c\n   d\n");
    expect(loaded.diagnostics.map(({ place }) => place?.excerpt.length)).toEqual([1, 1]);
  });
});

describe("large files", () => {
  it("of five thousand accounts load, and a mistake in the last one has its place", async () => {
    const accounts = Array.from({ length: 5_000 }, (_, i) => `      "account-${i}": { stage: "prod", service: "service-${i}", owner: "team-${i % 50}", tags: { cost: "${i}" } },`);
    const text = `${define}export default defineOrganization({ ${BASE}, ous: { W: { accounts: {\n${accounts.join("\n")}\n      last: { stat: "x" } } } } });\n`;
    expect(told(await loadTs(text))).toEqual(["LF1101 5003:15 stat"]);
    const lines = accounts.map((line) => line.slice(0, -1));
    const yaml = `name: acme\nhomeRegion: eu-west-1\nregions: [eu-west-1]\nous:\n  W:\n    accounts:\n${lines.join("\n")}\n      last: { stat: x }\n`;
    expect((await loadText("landfall.config.yaml", yaml)).diagnostics.map((one) => one.code)).toEqual(["LF1101"]);
  });
});
