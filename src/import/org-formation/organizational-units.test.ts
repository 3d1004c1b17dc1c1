import { describe, expect, it } from "vitest";
import { leftOf } from "../lza/testing/configuration.ts";
import { account, importTemplate, ou } from "./testing/template.ts";

const inside = (...names: string[]): string => `      OrganizationalUnits: [${names.map((name) => `!Ref ${name}`).join(", ")}]\n`;

describe("OUs of an org-formation template", () => {
  it("may have the name of one elsewhere, but not of one beside them", async () => {
    const imported = await importTemplate(ou("A", "same", inside("B")) + ou("B", "same") + ou("C", "same"));
    expect(imported.organization.ous).toEqual({ same: { ous: { same: {} } } });
    expect(leftOf(imported, "ou")).toEqual(["same: an OU of that name stands beside it"]);
  });

  it("are left when they lie inside themselves, or deeper than AWS allows", async () => {
    const circle = await importTemplate(ou("A", "a", inside("B")) + ou("B", "b", inside("A")));
    expect(leftOf(circle, "ou")).toEqual(["a: it lies inside itself", "b: it lies inside itself"]);
    const deep = await importTemplate(["A", "B", "C", "D", "E", "F", "G"].map((name, index, all) => ou(name, name, index < 6 ? inside(all[index + 1] ?? "") : "")).join(""));
    expect(leftOf(deep, "ou")).toEqual(["F: it lies 6 levels below the root, and AWS allows 5", "G: the OU above it, F, is not carried"]);
  });

  it("take an account or an OU once, and list every further naming", async () => {
    const imported = await importTemplate(
      ou("A", "a", `${inside("C")}      Accounts: [!Ref Shop, !Ref Master, Shop]\n`) + ou("B", "b", `${inside("C", "None")}      Accounts: !Ref Shop\n`) + ou("C", "c") + account("Shop", "shop"),
    );
    expect(imported.organization.ous).toMatchObject({ a: { ous: { c: {} }, accounts: { shop: {} } }, b: {} });
    expect(leftOf(imported, "setting").filter((line) => /^[AB]:/.test(line))).toEqual([
      "B: OrganizationalUnits C: A holds it already",
      "B: OrganizationalUnits None: it names no OU of the template",
      "A: Accounts Master: landfall leaves the management account where it is",
      "A: Accounts Shop: it names no account of the template",
      "B: Accounts Shop: another OU holds the account already",
    ]);
  });

  it("take their accounts along when they are left", async () => {
    const imported = await importTemplate(ou("A", "''", "      Accounts: !Ref Shop\n") + account("Shop", "shop"));
    expect([leftOf(imported, "ou"), leftOf(imported, "account")]).toEqual([["A: it has no name"], ["shop: it belongs to the OU A: it has no name"]]);
  });
});
