import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { IMPORT_KINDS, importLza, type Imported } from "../../src/import/index.ts";

const DATA = path.resolve(import.meta.dirname, "../../../shared/data/organisations");

/** Every folder below that holds both files, found by their names. */
function sourcesIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { withFileTypes: true });
  const names = entries.map((entry) => entry.name);
  const here = names.includes("organization-config.yaml") && names.includes("accounts-config.yaml") ? [dir] : [];
  return [...here, ...entries.filter((entry) => entry.isDirectory()).flatMap((entry) => sourcesIn(path.join(dir, entry.name)))].sort();
}

interface Target {
  organizationalUnits?: string[];
  accounts?: string[];
  excludedAccounts?: string[];
  excludedRegions?: string[];
}
interface Shape {
  [key: string]: unknown;
  organizationalUnits?: { name: string; ignore?: boolean }[];
}

/** A plain reading of one file, in no way like the importer's: replacements by hand, includes by a tag that reads the file. */
function plain(dir: string, name: string): Shape {
  const file = path.join(dir, name);
  if (!existsSync(file)) return {};
  const replacements = name === "replacements-config.yaml" ? {} : plain(dir, "replacements-config.yaml");
  let text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  for (const { key, value } of (replacements["globalReplacements"] ?? []) as { key: string; value?: string | string[] }[]) {
    if (value !== undefined) text = text.replaceAll(`{{${key}}}`, String(value));
  }
  const include = { tag: "!include", resolve: (at: string) => plain(path.dirname(file), at) };
  return (parse(text, { customTags: [include] }) ?? {}) as Shape;
}

const POLICY_KEYS = ["serviceControlPolicies", "resourceControlPolicies", "declarativePolicies", "taggingPolicies", "chatbotPolicies", "backupPolicies"];

interface PlainCount {
  ou: number;
  account: number;
  policy: number;
  attachment: number;
  file: number;
}

function countPlainly(dir: string): PlainCount {
  const organization = plain(dir, "organization-config.yaml");
  const accounts = plain(dir, "accounts-config.yaml");
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const policies = POLICY_KEYS.flatMap((key) => list(organization[key])) as { deploymentTargets?: Target }[];
  return {
    ou: list(organization.organizationalUnits).length,
    account: list(accounts["mandatoryAccounts"]).length + list(accounts["workloadAccounts"]).length,
    policy: policies.length,
    attachment: policies.reduce((sum, { deploymentTargets: on }) => sum + (on?.organizationalUnits?.length ?? 0) + (on?.accounts?.length ?? 0), 0),
    file: ["network", "iam", "security", "customizations"].filter((stem) => existsSync(path.join(dir, `${stem}-config.yaml`))).length,
  };
}

const cell = ({ counts }: Imported, kind: (typeof IMPORT_KINDS)[number]): string => {
  const { found, carried, notCarried } = counts[kind];
  return `${found} = ${carried} + ${notCarried}`.padEnd(14);
};

const sources = sourcesIn(DATA);
if (sources.length === 0) console.log(`skipped: no Landing Zone Accelerator configurations at ${DATA}`);

describe.skipIf(sources.length === 0)("every real Landing Zone Accelerator configuration", () => {
  const rows: string[] = [];

  it.each(sources.map((dir) => [path.relative(DATA, dir), dir]))("%s: found = carried + listed, counted twice", async (name, dir) => {
    const imported = await importLza(dir);
    rows.push(`${name.padEnd(70)} ${IMPORT_KINDS.map((kind) => cell(imported, kind)).join(" ")}`);
    const expected = countPlainly(dir);
    for (const [kind, count] of Object.entries(expected)) {
      expect([kind, imported.counts[kind as keyof PlainCount].found]).toEqual([kind, count]);
    }
    for (const kind of IMPORT_KINDS) {
      const { found, carried, notCarried } = imported.counts[kind];
      expect([kind, carried + imported.notCarried.filter((thing) => thing.kind === kind).length]).toEqual([kind, found]);
      expect([kind, notCarried]).toEqual([kind, found - carried]);
    }
  });

  it("are at least thirteen, and shown as a table: found = carried + listed", () => {
    console.log([`${"source".padEnd(70)} ${IMPORT_KINDS.map((kind) => kind.padEnd(14)).join(" ")}`, ...rows].join("\n"));
    expect(sources.length).toBeGreaterThanOrEqual(13);
  });
});
