import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import type { Organization } from "../../../organization/index.ts";
import { editedText, editedValue } from "../edit.ts";
import { EDITABLE_FORMATS } from "../notations.ts";
import { addAccount, addOu, addSandboxes, addService, hold, moveAccount, renameAccount, renameOu, restore, transfer } from "./index.ts";

const organization: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  ous: {
    Workloads: { ous: { Prod: { accounts: { shop: { stage: "prod", tags: { cost: "1" } } } }, SDLC: {} } },
    Deployments: { ous: { Prod: {} } },
    Sandbox: {},
    Suspended: {},
  },
};
const after = (edits: Parameters<typeof editedValue>[1]): Organization => editedValue(organization, edits) as Organization;

describe("adding", () => {
  it("puts an account where it is said, with what is said", () => {
    expect(after(addAccount(organization, { key: "pay", ou: "Workloads/Prod", stage: "prod" })).ous?.["Workloads"]?.ous?.["Prod"]?.accounts?.["pay"]).toEqual({ stage: "prod" });
    expect(after(addAccount(organization, { key: "a", ou: "root" })).root?.accounts).toEqual({ a: {} });
  });

  it("refuses a key that is taken, and an OU that is not declared: LF1131, LF1130", () => {
    expect(() => addAccount(organization, { key: "shop", ou: "Sandbox" })).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF1131" })] }));
    expect(() => addAccount(organization, { key: "b", ou: "Workloads/Prot" })).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF1130", suggestion: "Workloads/Prod" })] }));
  });

  it("makes the OUs above a new one", () => {
    expect(after(addOu(organization, "A/B", "for b")).ous?.["A"]).toEqual({ ous: { B: { description: "for b" } } });
    expect(() => addOu(organization, "Workloads/Prod")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF1131" })] }));
  });

  it("gives a service an account for each stage and one that delivers it", () => {
    const { Workloads, Deployments } = after(addService(organization, { service: "foo", stages: ["dev", "beta", "qa", "prod"], owner: "foo-team" })).ous ?? {};
    expect(Object.keys(Workloads?.ous?.["SDLC"]?.accounts ?? {})).toEqual(["foo-dev", "foo-beta", "foo-qa"]);
    expect(Workloads?.ous?.["Prod"]?.accounts?.["foo-prod"]).toEqual({ purpose: "Runs foo in prod", stage: "prod", service: "foo", owner: "foo-team" });
    expect(Object.keys(Deployments?.ous?.["Prod"]?.accounts ?? {})).toEqual(["foo-deployment"]);
  });

  it("gives each person one sandbox, however often they are named", () => {
    const users = [{ person: "Ana Lee" }, { person: "ana.lee@acme.example" }, { person: "José" }, { team: "data" }];
    const first = after(addSandboxes(organization, users));
    expect(Object.keys(first.ous?.["Sandbox"]?.accounts ?? {})).toEqual(["sandbox-ana-lee", "sandbox-jose", "sandbox-data"]);
    expect(addSandboxes(first, users)).toEqual([]);
    expect(() => addSandboxes(organization, [{ person: "山田" }])).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF1132" })] }));
  });
});

describe("changing", () => {
  it("moves an account with all that is said of it", () => {
    const { Workloads, Sandbox } = after(moveAccount(organization, "shop", "Sandbox")).ous ?? {};
    expect([Workloads?.ous?.["Prod"]?.accounts, Sandbox?.accounts]).toEqual([{}, { shop: { stage: "prod", tags: { cost: "1" } } }]);
    expect(moveAccount(organization, "shop", "Workloads/Prod")).toEqual([]);
  });

  it("renames an account, keeps its address in AWS, and finds it under every name it had", () => {
    const once = after(renameAccount(organization, "shop", "store"));
    expect(once.moved).toEqual({ "account:shop": "account:store" });
    expect(once.ous?.["Workloads"]?.ous?.["Prod"]?.accounts?.["store"]).toMatchObject({ email: "aws+shop@acme.example" });
    expect((editedValue(once, renameAccount(once, "store", "market")) as Organization).moved).toEqual({ "account:shop": "account:market", "account:store": "account:market" });
    expect((editedValue(once, renameAccount(once, "store", "shop")) as Organization).moved).toEqual({ "account:store": "account:shop" });
  });

  it("renames an OU with all below it", () => {
    const renamed = after(renameOu(organization, "Workloads", "Apps"));
    expect(Object.keys(renamed.ous ?? {})).toContain("Apps");
    expect(renamed.moved).toEqual({ "ou:Workloads": "ou:Apps", "ou:Workloads/Prod": "ou:Apps/Prod", "ou:Workloads/SDLC": "ou:Apps/SDLC" });
  });

  it("holds an account with its traces, and restores it as it was", () => {
    const held = after(hold(organization, "shop", { reason: "sold", by: "platform", since: "2026-11-23" }));
    expect(held.ous?.["Suspended"]?.accounts?.["shop"]).toEqual({ stage: "prod", state: "held", tags: { cost: "1", "held-from": "Workloads/Prod", "held-since": "2026-11-23", "held-reason": "sold", "held-by": "platform" } });
    const back = editedValue(held, restore(held, "shop")) as Organization;
    expect(back.ous?.["Workloads"]?.ous?.["Prod"]?.accounts).toEqual({ shop: { stage: "prod", tags: { cost: "1" } } });
    expect(() => restore(organization, "shop")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF1131" })] }));
  });

  it("restores an account among its siblings, and leaves no empty object", () => {
    const format = EDITABLE_FORMATS[".yaml"] ?? expect.fail("no YAML");
    const text = `ous:\n  Prod:\n    accounts:\n      # the shop\n      shop: { stage: prod }\n      # payments\n      pay: { stage: prod }\n  Suspended: {}\n`;
    const read = (file: string): Organization => ({ ...organization, ...(parse(file) as Organization) });
    const held = editedText(text, hold(read(text), "shop", { reason: "sold", by: "platform", since: "2026-11-23" }), format) ?? "";
    expect(read(held).ous?.["Suspended"]?.accounts?.["shop"]?.tags).toMatchObject({ "held-before": "pay" });
    const back = editedText(held, restore(read(held), "shop"), format) ?? "";
    expect(parse(back)).toEqual(parse(text));
    expect(Object.keys(read(back).ous?.["Prod"]?.accounts ?? {})).toEqual(["shop", "pay"]);
    expect(read(back).ous?.["Suspended"]).not.toHaveProperty("accounts");
  });

  it("gives an account to another owner", () => {
    expect(after(transfer(organization, "shop", "payments")).ous?.["Workloads"]?.ous?.["Prod"]?.accounts?.["shop"]).toMatchObject({ owner: "payments" });
  });
});
