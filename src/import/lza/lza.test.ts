import path from "node:path";
import { describe, expect, it } from "vitest";
import { LandfallError } from "../../diagnostics/index.ts";
import { detectImporter, importerNamed } from "../importers.ts";
import { importLza, lza } from "./lza.ts";
import { folderWith, importSmall, SMALL } from "./testing/configuration.ts";

async function problemsOf(importing: Promise<unknown>): Promise<string[]> {
  try {
    await importing;
    return [];
  } catch (error) {
    if (!(error instanceof LandfallError)) throw error;
    return error.diagnostics.map(({ code, place }) => `${code} ${path.basename(place?.file ?? "")}:${place?.line}:${place?.column}`);
  }
}

describe("the importer for Landing Zone Accelerator", () => {
  it("recognizes a folder by its two files, in any case and with either ending", async () => {
    const dir = folderWith({ "Organization-Config.yml": "", "accounts-config.YAML": "" });
    expect([await lza.detect(dir), await lza.detect(folderWith({ "organization-config.yaml": "" })), await lza.detect("/nowhere/at/all")]).toEqual([true, false, false]);
    expect([(await detectImporter(dir))?.name, importerNamed("lza"), importerNamed("none")]).toEqual(["lza", lza, undefined]);
  });

  it("imports the smallest configuration without a note", async () => {
    const { organization, notes, notCarried } = await importSmall();
    expect(organization).toEqual({
      name: expect.stringMatching(/^landfall-import-/), homeRegion: "eu-west-1", regions: ["eu-west-1", "us-east-1"], managementAccount: {}, ous: { Security: {} },
    });
    expect([notes, notCarried]).toEqual([[], []]);
  });

  it("names the organization after the folder, or after the one around it when LZA gave it its name", async () => {
    const nameOf = async (below: string): Promise<string> => {
      const files = Object.fromEntries(Object.entries(SMALL).map(([file, text]) => [path.join(below, file), text]));
      return (await importLza(path.join(folderWith(files), below))).organization.name;
    };
    expect([await nameOf("Acme Prod"), await nameOf("Acme Prod/config"), await nameOf("Acme/config/aws-accelerator-config")]).toEqual(["acme-prod", "acme-prod", "acme"]);
  });

  it("refuses with LF6001 a folder without the files, or no folder at all", async () => {
    const dir = folderWith({ "organization-config.yaml": "" });
    for (const wrong of [dir, path.join(dir, "nowhere"), path.join(dir, "organization-config.yaml")]) {
      await expect(importLza(wrong)).rejects.toThrow(/^LF6001 /);
    }
  });

  it("names files as the user typed the folder", async () => {
    const dir = folderWith({ ...SMALL, "iam-config.yaml": "x: 1\n" });
    const imported = await importLza(dir, "../ours");
    expect(imported.notCarried.map(({ place }) => place.file)).toEqual([path.join("..", "ours", "iam-config.yaml")]);
  });

  it("says all that is wrong in one run", async () => {
    expect(await problemsOf(importSmall({ "organization-config.yaml": "a: [\n", "accounts-config.yaml": "a: 1\na: 2\n", "global-config.yaml": "x: !include ../y.yaml\n", "replacements-config.yaml": "globalReplacements: 5\n" })))
      .toEqual(["LF6005 replacements-config.yaml:1:21", "LF6003 accounts-config.yaml:2:1", expect.stringMatching(/^LF6003 organization-config\.yaml/), "LF6004 global-config.yaml:1:13"]);
  });

  it.each([
    ["organization-config.yaml", "- a\n", "LF6005 organization-config.yaml:1:1"],
    ["organization-config.yaml", "", "LF6005 organization-config.yaml:1:1"],
    ["organization-config.yaml", "organizationalUnits: Security\n", "LF6005 organization-config.yaml:1:22"],
    ["organization-config.yaml", "serviceControlPolicies:\n  - just words\n", "LF6005 organization-config.yaml:2:5"],
    ["organization-config.yaml", "serviceControlPolicies:\n  - name: A\n    deploymentTargets: Root\n", "LF6005 organization-config.yaml:3:24"],
    ["accounts-config.yaml", "workloadAccounts:\n  name: A\n", "LF6005 accounts-config.yaml:2:3"],
  ])("refuses with LF6005 a wrong shape in %s", async (file, text, problem) => {
    expect(await problemsOf(importSmall({ [file]: text }))).toEqual([problem]);
  });

  it("reads files with a byte order mark and CRLF like any others", async () => {
    const files = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [name, `\uFEFF${text.replaceAll("\n", "\r\n")}`]));
    const [plain, windows] = [await importSmall(), await importSmall(files)];
    expect({ ...windows.organization, name: "" }).toEqual({ ...plain.organization, name: "" });
  });
});
