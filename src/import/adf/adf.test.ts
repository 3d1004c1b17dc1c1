import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ALLOW_EC2, DENY_LEAVE, folderWith, leftOf, TAGS } from "../lza/testing/configuration.ts";
import { adf, importAdf } from "./adf.ts";

const CONFIG = "roles:\n  cross-account-access: Admin\nregions:\n  deployment-account: eu-west-1\n  targets: [eu-west-3]\nconfig:\n  scp:\n    keep-default-scp: enabled\n";

const account = (name: string, path: string, more = ""): string =>
  `  - account_full_name: ${name}\n    organizational_unit_path: ${path}\n    email: ${name}@acme.example\n${more}`;

const repository = (files: Readonly<Record<string, string>>): string => folderWith({ "adfconfig.yml": CONFIG, ...files });

describe("the importer for the AWS Deployment Framework", () => {
  it("carries Regions, accounts with the OUs of their paths, and tags", async () => {
    const { organization, counts } = await importAdf(
      repository({
        "adf-accounts/prod.yml": `accounts:\n${account("shop-prod", "/unit/prod", "    tags:\n      - created_by: adf\n      - costcenter: 123\n")}`,
        "adf-accounts/more/loose.yml": `accounts:\n${account("loose", "r-abc1")}`,
      }),
    );
    expect(organization).toMatchObject({
      homeRegion: "eu-west-1",
      regions: ["eu-west-1", "eu-west-3"],
      root: { accounts: { loose: { email: "loose@acme.example" } } },
      ous: { unit: { ous: { prod: { accounts: { "shop-prod": { email: "shop-prod@acme.example", tags: { created_by: "adf", costcenter: "123" } } } } } } },
    });
    expect([counts.account, counts.ou.implied]).toEqual([{ found: 2, carried: 2, notCarried: 0, implied: 0 }, 2]);
  });

  it("attaches a policy to the OU or the account whose folder it lies in", async () => {
    const { organization, files } = await importAdf(
      repository({
        "adf-accounts/a.yml": `accounts:\n${account("shop", "/unit/dev")}`,
        "adf-bootstrap/scp.json": DENY_LEAVE,
        "adf-bootstrap/unit/tagging-policy.json": TAGS,
        "adf-bootstrap/unit/dev/shop/scp.json": DENY_LEAVE,
        "adf-bootstrap/deployment/global.yml": "Resources: {}\n",
      }),
    );
    expect(organization).toMatchObject({
      root: { policies: ["root-scp"] },
      ous: { deployment: {}, unit: { policies: ["unit-tag"], ous: { dev: { accounts: { shop: { policies: ["unit-dev-shop-scp"] } } } } } },
    });
    expect(files.map(({ path }) => path)).toEqual(["policies/root-scp.json", "policies/unit-dev-shop-scp.json", "policies/unit-tag.json"]);
  });

  it("follows no symbolic link, and says so", async () => {
    const outside = folderWith({ "other.yml": `accounts:\n${account("outsider", "/unit")}` });
    const dir = repository({ "adf-accounts/a.yml": `accounts:\n${account("shop", "/unit")}` });
    symlinkSync(join(outside, "other.yml"), join(dir, "adf-accounts/link.yml"));
    symlinkSync(outside, join(dir, "adf-bootstrap"));
    const { organization, notCarried } = await importAdf(dir);
    expect(Object.keys(organization.ous?.["unit"]?.accounts ?? {})).toEqual(["shop"]);
    expect(notCarried.filter(({ kind }) => kind === "file").map(({ name, why }) => [name, why])).toEqual([
      ["adf-accounts/link.yml", "it is a symbolic link, which is not followed"],
      ["adf-bootstrap", "it is a symbolic link, which is not followed"],
    ]);
  });

  it("takes FullAWSAccess away where keep-default-scp is disabled", async () => {
    const { organization } = await importAdf(repository({ "adfconfig.yml": CONFIG.replace("enabled", "disabled"), "adf-bootstrap/unit/scp.json": ALLOW_EC2 }));
    expect(organization.ous?.["unit"]).toEqual({ policies: ["unit-scp"], fullAwsAccess: false });
  });

  it("lists settings, templates, examples and pipelines, each with why", async () => {
    const imported = await importAdf(
      repository({
        "adf-accounts/a.yml": `accounts:\n${account("shop", "/unit", "    alias: acme-shop\n    delete_default_vpc: True\n")}${account("shop", "/unit")}`,
        "adf-bootstrap/unit/regional.yml": "Resources: {}\n",
        "adf-bootstrap/example-scp.json": "{}",
        "adf-bootstrap/bad/scp.json": "{}",
        "deployment_map.yml": "pipelines:\n  - name: web\n",
      }),
    );
    expect(imported.notCarried.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "account shop", "policy bad/scp.json", "attachment bad/scp.json > bad", "setting roles", "setting shop: alias", "setting shop: delete_default_vpc",
      "setting deployment_map.yml: pipelines web", "file example-scp.json", "file unit/regional.yml",
    ]);
    expect(leftOf(imported, "account")).toEqual(["shop: an account of that name stands above"]);
  });

  it("LF6001, LF6003, LF6005: refuses what is no such repository, no YAML, or of the wrong shape", async () => {
    await expect(importAdf(folderWith({ "x.yml": "" }))).rejects.toThrow(/^LF6001 /);
    await expect(importAdf(repository({ "adf-accounts/a.yml": "a: [\n" }))).rejects.toThrow(/^LF6003 /);
    await expect(importAdf(repository({ "adf-accounts/a.yml": "accounts: none\n" }))).rejects.toThrow(/^LF6005 /);
    expect([await adf.detect(repository({})), await adf.detect(folderWith({ "bootstrap_repository/adf-bootstrap/x": "" })), await adf.detect(folderWith({}))]).toEqual([true, true, false]);
  });

  it("notes a home Region that nothing names, and leaves an OU that AWS cannot have", async () => {
    const imported = await importAdf(folderWith({ "adf-accounts/a.yml": `accounts:\n${account("deep", "/1/2/3/4/5/6")}` }));
    expect([imported.organization.homeRegion, imported.notes.length]).toEqual(["us-east-1", 1]);
    expect(leftOf(imported, "account")).toEqual(["deep: its OU lies 6 levels below the root, and AWS allows 5"]);
  });
});
