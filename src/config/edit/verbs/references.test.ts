import { expect, it } from "vitest";
import type { Organization } from "../../../organization/index.ts";
import { printOrganization } from "../../write/print.ts";
import { editedText, editedValue } from "../edit.ts";
import { EDITABLE_FORMATS, type EditableFormat } from "../notations.ts";
import { renameAccount, renameOu } from "./index.ts";

const organization: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["tools"], "config.amazonaws.com": ["other"] },
  ous: { Apps: { ous: { Prod: { accounts: { tools: {}, other: {} } } } }, Application: {} },
  identityCenter: { permissionSets: { P: {} }, assignments: [{ group: "g", permissionSet: "P", accounts: ["tools", "management"], ous: ["Apps/Prod", "Application"] }] },
  roles: { r: { trust: { Statement: [] }, accounts: ["tools"] } },
  budgets: { b: { amount: 1, ous: ["Apps"], notify: [] } },
  expectations: { "kept apart": { isolated: ["Apps/Prod", "tools"] }, "no keys": { accounts: ["tools"], ous: ["Apps"], cannot: ["iam:CreateAccessKey"] } },
};
const after = (edits: Parameters<typeof editedValue>[1]): Organization => editedValue(organization, edits) as Organization;

it("whoever names an account follows its new key", () => {
  const renamed = after(renameAccount(organization, "tools", "security-tooling"));
  expect(renamed.delegatedAdministrators).toEqual({ "guardduty.amazonaws.com": ["security-tooling"], "config.amazonaws.com": ["other"] });
  expect(renamed.identityCenter?.assignments?.[0]?.accounts).toEqual(["security-tooling", "management"]);
  expect(renamed.roles?.["r"]?.accounts).toEqual(["security-tooling"]);
  expect(renamed.expectations?.["kept apart"]?.isolated).toEqual(["Apps/Prod", "security-tooling"]);
  expect(renamed.expectations?.["no keys"]?.accounts).toEqual(["security-tooling"]);
});

it("whoever names an OU follows its new path, and that of those above it", () => {
  const renamed = after(renameOu(organization, "Apps", "Workloads"));
  expect(renamed.identityCenter?.assignments?.[0]?.ous).toEqual(["Workloads/Prod", "Application"]);
  expect(renamed.budgets?.["b"]?.ous).toEqual(["Workloads"]);
  expect(renamed.expectations?.["kept apart"]?.isolated).toEqual(["Workloads/Prod", "tools"]);
  expect(renamed.expectations?.["no keys"]?.ous).toEqual(["Workloads"]);
});

it.each(["ts", "json", "yaml"] as const)("the text of a file in %s follows too", (format) => {
  const text = printOrganization(organization, { format });
  const edited = editedText(text, renameAccount(organization, "tools", "security-tooling"), EDITABLE_FORMATS[`.${format}`] as EditableFormat);
  expect(edited).toContain("security-tooling");
  expect(edited).not.toMatch(/["'[ ]tools["',\]]/);
});
