import { describe, expect, it } from "vitest";
import { folderWith, leftOf } from "../lza/testing/configuration.ts";
import { importOrgFormation, orgFormation } from "./org-formation.ts";
import { account, importTemplate, ou, scp } from "./testing/template.ts";

describe("the importer for org-formation", () => {
  it("carries OUs inside OUs, accounts where an OU names them, policies and attachments", async () => {
    const { organization, files, counts } = await importTemplate(
      `  Root:\n    Type: OC::ORG::OrganizationRoot\n    Properties:\n      ServiceControlPolicies: !Ref Leave\n${ou("Outer", "workloads", "      OrganizationalUnits: !Ref Inner\n")}` +
        `${ou("Inner", "prod", "      Accounts:\n        - !Ref Shop\n      ServiceControlPolicies:\n        - Ref: Leave\n")}${account("Shop", "Shop Prod", "      Tags:\n        budget: 200\n")}${account("Loose", "Loose")}${scp("Leave", "DenyLeave")}`,
    );
    expect(organization).toMatchObject({
      name: "acme",
      managementAccount: {},
      root: { policies: ["deny-leave"], accounts: { loose: { name: "Loose", email: "loose@acme.example" } } },
      ous: { workloads: { ous: { prod: { policies: ["deny-leave"], accounts: { "shop-prod": { name: "Shop Prod", email: "shop@acme.example", tags: { budget: "200" } } } } } } },
    });
    expect(JSON.parse(files[0]?.text ?? "")).toMatchObject({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: ["organizations:LeaveOrganization"] }] });
    expect([counts.ou, counts.account, counts.policy, counts.attachment].map(({ found, carried }) => [found, carried])).toEqual([[2, 2], [3, 3], [1, 1], [2, 2]]);
  });

  it("merges what is included, also by several merge keys and from another template", async () => {
    const others = {
      "acme/a.yml": account("A", "a").replaceAll(/^ {2}/gm, ""),
      "acme/b.yml": account("B", "b").replaceAll(/^ {2}/gm, ""),
      "acme/outer.yml": "AWSTemplateFormatVersion: 2010-09-09-OC\nOrganization: !Include ./organization.yml\n",
    };
    const { organization } = await importTemplate("  <<: !Include a.yml\n  <<: !Include 'b.yml'\n", others);
    expect(Object.keys(organization.root?.accounts ?? {})).toEqual(["a", "b"]);
    const dir = folderWith({ ...others, "acme/organization.yml": `AWSTemplateFormatVersion: 2010-09-09-OC\nOrganization:\n${account("A", "a")}` });
    expect(Object.keys((await importOrgFormation(`${dir}/acme/outer.yml`)).organization.root?.accounts ?? {})).toEqual(["a"]);
  });

  it("LF6001, LF6004: refuses what is no template, and what lies outside of its folder", async () => {
    const dir = folderWith({ "tasks.yml": "Update:\n  Type: update-organization\n  Template: ./org/organization.yml\n", "out/org.yml": "Organization: !Include ../tasks.yml\n" });
    await expect(importOrgFormation(`${dir}/nowhere.yml`)).rejects.toThrow(/^LF6001 /);
    await expect(importOrgFormation(`${dir}/out`)).rejects.toThrow(/^LF6001 /);
    await expect(importOrgFormation(`${dir}/out/org.yml`)).rejects.toThrow(/^LF6004 /);
    await expect(importOrgFormation(`${dir}/tasks.yml`)).rejects.toMatchObject({ diagnostics: [{ code: "LF6001", fix: expect.stringContaining("./org/organization.yml") }] });
  });

  it("recognizes a file, and a folder by its organization.yml", async () => {
    const dir = folderWith({ "organization.yml": "" });
    expect([await orgFormation.detect(dir), await orgFormation.detect(`${dir}/organization.yml`), await orgFormation.detect(`${dir}/none`)]).toEqual([true, true, false]);
  });

  it("lists what it does not carry, each with why", async () => {
    const imported = await importTemplate(
      `${account("Shop", "Shop", "      Alias: acme-shop\n      PasswordPolicy: !Ref Pass\n      AccountId: '123456789012'\n")}  Known:\n    Type: OC::ORG::Account\n    Properties:\n      AccountName: Known\n      AccountId: '123456789013'\n` +
        "  Pass:\n    Type: OC::ORG::PasswordPolicy\n    Properties:\n      MaxPasswordAge: 30\n  Odd:\n    Type: OC::ORG::Odd\n",
      {},
      "Description: ours\n",
    );
    expect(leftOf(imported, "account")).toEqual([expect.stringMatching(/^Known: only its id 123456789013 is stated/)]);
    expect(imported.notCarried.find(({ kind }) => kind === "account")?.hint).toContain('id: "123456789013"');
    expect(imported.notCarried.filter(({ kind }) => kind === "setting").map(({ name }) => name)).toEqual([
      "Description", "Odd", "Master: AccountName", "Shop: Alias", "Shop: PasswordPolicy", "Shop: AccountId", "Known: AccountId", "Pass: MaxPasswordAge",
    ]);
  });

  it("says that the tag by which templates make budgets is a tag only", async () => {
    const { notes } = await importTemplate(account("Shop", "Shop", "      Tags:\n        budget-alarm-threshold: 100\n"));
    expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining("home Region"), expect.stringMatching(/budget-alarm-threshold.*Shop.*makes no budget/)]);
  });
});
