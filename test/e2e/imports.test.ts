import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isError } from "../../src/diagnostics/index.ts";
import { openEmulator, scaledClock } from "../../src/emulator/index.ts";
import { importAdf, IMPORT_KINDS, importOrgFormation, type Imported } from "../../src/import/index.ts";
import { review } from "../../src/review/index.ts";
import { LZA_DATA } from "../kit/lza-sources.ts";
import { orgFormationSources } from "../kit/org-formation-sources.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { built, written } from "./kit/round-trip.ts";
import { write } from "./kit/write.ts";

const templates = orgFormationSources().map((file) => [path.relative(LZA_DATA, file), file] as const);
const adf = path.join(LZA_DATA, "adf");

/** Found = carried + listed, no error, and nothing left to change after one apply on the embedded AWS. */
async function roundTrip(imported: Imported, seed: string): Promise<void> {
  for (const kind of IMPORT_KINDS) {
    const { found, carried, notCarried } = imported.counts[kind];
    expect([kind, carried + notCarried, imported.notCarried.filter((thing) => thing.kind === kind).length]).toEqual([kind, found, notCarried]);
  }
  const organization = await written(imported);
  expect(review(organization).filter(isError)).toEqual([]);
  const emulator = await openEmulator({ clock: scaledClock(20_000), accountLimit: 100, seed });
  try {
    const [first, second] = await built(organization, emulator);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(0);
  } finally {
    await emulator.close();
  }
}

describe("an imported organization becomes AWS's, and the second plan is empty", () => {
  it.skipIf(templates.length === 0).each(templates)("%s", async (name, file) => roundTrip(await importOrgFormation(file), name));

  it.skipIf(!existsSync(adf))("adf", async () => roundTrip(await importAdf(adf), "adf"));
});

const TEMPLATE = `AWSTemplateFormatVersion: 2010-09-09-OC
Organization:
  Master:
    Type: OC::ORG::MasterAccount
    Properties: { AccountName: Acme, AccountId: '123456789012' }
  Prod:
    Type: OC::ORG::OrganizationalUnit
    Properties: { OrganizationalUnitName: prod, Accounts: [!Ref Shop] }
  Shop:
    Type: OC::ORG::Account
    Properties: { AccountName: Shop, RootEmail: shop@acme.example }
`;
const ACCOUNTS = "accounts:\n  - account_full_name: shop\n    organizational_unit_path: /prod\n    email: shop@acme.example\n";

describe("landfall init --from", () => {
  it.each([
    ["org-formation", "organization.yml", { "organization.yml": TEMPLATE }],
    ["adf", "repository", { "repository/adf-accounts/all.yml": ACCOUNTS }],
  ])("%s writes an organization that checks, applies and stays", async (format, source, files) => {
    const dir = emptyFolder();
    write(dir, files);
    const run = landfallIn(dir);
    const init = await run("init", "--from", format, source, "--home-region", "eu-central-1");
    expect(init.code, init.stderr).toBe(0);
    expect(init.stderr).toMatch(/account +\d+ found = \d+ carried \+ \d+ not carried/);
    expect(readFileSync(path.join(dir, "not-carried.md"), "utf8")).not.toContain("is assumed");
    expect((await run("check")).code).toBe(0);
    const applied = await run("apply", "--local", "--yes");
    expect(applied.code, applied.stderr).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(0);
    expect(readFileSync(path.join(dir, "landfall.config.ts"), "utf8")).toContain('homeRegion: "eu-central-1"');
  });
});
