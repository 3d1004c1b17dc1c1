import { describe, expect, it } from "vitest";
import { nodesOf } from "../../organization/index.ts";
import { importSmall, leftOf } from "./testing/configuration.ts";

const importUnits = (units: string): ReturnType<typeof importSmall> => importSmall({ "organization-config.yaml": `enable: true\norganizationalUnits:\n${units}` });

describe("OUs of a Landing Zone Accelerator configuration", () => {
  it("become a tree, out of order and with blanks around their names", async () => {
    const { organization, counts } = await importUnits('  - name: A/B/C\n  - name: "A /B "\n  - name: D \n  - name: A\n');
    expect(organization.ous).toEqual({ A: { ous: { B: { ous: { C: {} } } } }, D: {} });
    expect(counts.ou).toEqual({ found: 4, carried: 4, notCarried: 0, implied: 0 });
  });

  it("bring the OUs above them when nobody declares those, with a note", async () => {
    const { organization, counts, notes } = await importUnits("  - name: A/B\n");
    expect(organization.ous).toEqual({ A: { ous: { B: {} } } });
    expect(counts.ou).toMatchObject({ found: 1, carried: 1, implied: 1 });
    expect(notes.map(({ text }) => text)).toEqual(["The OU A is not declared, but A/B lies in it; it was added."]);
  });

  it("are left when ignored, and so is what lies below", async () => {
    const imported = await importUnits("  - name: Suspended\n    ignore: true\n  - name: Suspended/Old\n  - name: Kept\n    ignore: false\n");
    expect(Object.keys(imported.organization.ous ?? {})).toEqual(["Kept"]);
    expect(leftOf(imported, "ou")).toEqual([
      "Suspended: `ignore: true` keeps it out of LZA's hands",
      "Suspended/Old: the OU above it, Suspended, has `ignore: true`",
    ]);
  });

  it("are left when AWS would not take them", async () => {
    const imported = await importUnits(`  - name: 1/2/3/4/5/6\n  - name: ${"x".repeat(129)}\n  - name: A\n  - name: A\n  - name: Root\n  - ignore: false\n`);
    expect(leftOf(imported, "ou").map((text) => text.slice(-60))).toEqual([
      "1/2/3/4/5/6: it lies 6 levels below the root, and AWS allows 5",
      `${"x".repeat(129)}: its name has 129 characters, and AWS allows 128`,
      "A: it is declared twice",
      "Root: the root is no OU and exists already",
      "(without a name): it has no name",
    ].map((text) => text.slice(-60)));
  });

  it("may have five levels", async () => {
    const { organization } = await importUnits("  - name: 1/2/3/4/5\n");
    expect(nodesOf(organization).at(-1)?.names).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("are left when their name holds a template that nothing fills", async () => {
    expect(leftOf(await importUnits('  - name: "{{Missing}}/A"\n'), "ou")).toEqual(["{{Missing}}/A: nothing in the configuration gives a value to {{Missing}}/A"]);
  });

  it("keep a name that JavaScript has plans for", async () => {
    const { organization } = await importUnits("  - name: __proto__\n  - name: constructor\n");
    expect(Object.keys(organization.ous ?? {})).toEqual(["__proto__", "constructor"]);
  });
});
