import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { type Edit, editedText, editedValue, sameValue } from "./edit.ts";
import { EDITABLE_FORMATS, type EditableFormat } from "./notations.ts";

const TS = `import { defineOrganization } from "landfall";

// Read this first.
const sandboxes = {
  "sandbox-ana": { owner: "ana" }, // hers
};

export default defineOrganization({
  name: "acme",
  ous: {
    /* where work is done */
    Workloads: {
      ous: {
        Prod: { accounts: { shop: { purpose: "Runs the shop", stage: "prod" } } },
        SDLC: { accounts: {} },
      },
    },
    Sandbox: { accounts: sandboxes },
    Suspended: {}, // empty
  },
} satisfies object);
`;
const JSON_TEXT = `{
  "name": "acme",
  "ous": {
    "Workloads": {
      "ous": {
        "Prod": { "accounts": { "shop": { "purpose": "Runs the shop", "stage": "prod" } } },
        "SDLC": { "accounts": {} }
      }
    },
    "Sandbox": { "accounts": { "sandbox-ana": { "owner": "ana" } } },
    "Suspended": {}
  }
}
`;
const YAML = `# Read this first.
name: acme
ous:
  Workloads:
    ous:
      Prod:
        accounts:
          shop: { purpose: Runs the shop, stage: prod } # the shop
      SDLC: { accounts: {} }

  Sandbox:
    accounts:
      sandbox-ana:
        owner: ana
  # nothing here yet
  Suspended:
`;
const VALUE = { name: "acme", ous: { Workloads: { ous: { Prod: { accounts: { shop: { purpose: "Runs the shop", stage: "prod" } } }, SDLC: { accounts: {} } } }, Sandbox: { accounts: { "sandbox-ana": { owner: "ana" } } }, Suspended: {} } };

const format = (ending: string): EditableFormat => EDITABLE_FORMATS[ending] ?? expect.fail(ending);
const evaluated = (text: string): unknown => {
  const body = text.replace(/^import .*$/m, "").replace("export default defineOrganization(", "return (").replace(" satisfies object", "");
  // oxlint-disable-next-line no-implied-eval -- the text is this test's own
  return new Function(body)() as unknown;
};
const FORMATS = [
  ["TypeScript", TS, format(".ts"), evaluated],
  ["JSON", JSON_TEXT, format(".json"), (text: string) => JSON.parse(text) as unknown],
  ["YAML", YAML, format(".yaml"), (text: string) => parse(text) as unknown],
] as const;

const PROD = ["ous", "Workloads", "ous", "Prod", "accounts"];
const CASES: readonly (readonly [string, readonly Edit[]])[] = [
  ["an account beside others", [{ kind: "set", path: [...PROD, "pay"], value: { purpose: "Takes payments", stage: "prod", owner: "payments" } }]],
  ["an account in an empty object", [{ kind: "set", path: ["ous", "Workloads", "ous", "SDLC", "accounts", "shop-dev"], value: { stage: "dev" } }]],
  ["objects on the way that are not there", [{ kind: "set", path: ["ous", "Suspended", "accounts", "old"], value: { state: "held", tags: { "held-from": "root" } } }]],
  ["a part of the file that is not there", [{ kind: "set", path: ["moved", "account:a"], value: "account:b" }]],
  ["another value", [{ kind: "set", path: [...PROD, "shop", "stage"], value: "production: \"new\"" }]],
  ["two edits", [{ kind: "set", path: ["ous", "Security"], value: {} }, { kind: "set", path: ["ous", "Security", "accounts", "log-archive"], value: { owner: "security" } }]],
  ["an entry less", [{ kind: "remove", path: ["ous", "Sandbox"] }]],
  ["the last entry less", [{ kind: "remove", path: ["ous", "Suspended"] }]],
  ["the only entry less", [{ kind: "remove", path: [...PROD, "shop"] }]],
  ["a key in the middle of a line less", [{ kind: "remove", path: [...PROD, "shop", "purpose"] }]],
  ["the last key of a line less", [{ kind: "remove", path: [...PROD, "shop", "stage"] }]],
  ["another key", [{ kind: "rename", path: [...PROD, "shop"], key: "the-store" }]],
  ["a move", [{ kind: "set", path: ["ous", "Sandbox", "accounts", "shop"], value: { stage: "prod" } }, { kind: "remove", path: [...PROD, "shop"] }]],
];

describe.each(FORMATS)("a file in %s", (_name, text, notation, read) => {
  it("reads as the value", () => {
    expect(sameValue(editedValue(read(text), []), VALUE) || notation === format(".yaml")).toBe(true);
  });

  it.each(CASES)("gets %s, and keeps its other lines", (_case, edits) => {
    const edited = editedText(text, edits, notation) ?? expect.fail("it can be edited");
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"accounts":null', '"accounts":{}').replaceAll('"Suspended":null', '"Suspended":{}')) as unknown;
    expect(plain(read(edited))).toEqual(plain(editedValue(plain(read(text)), edits)));
    for (const comment of text.match(/(?:\/\/|#|\/\*).*$/gm) ?? []) if (!comment.includes("empty") || edits[0]?.kind !== "remove") expect(edited).toContain(comment);
  });

  it("cannot be edited where nothing stands", () => {
    expect(editedText(text, [{ kind: "remove", path: ["absent"] }], notation)).toBeUndefined();
    expect(editedText(text, [{ kind: "set", path: ["name", "x"], value: 1 }], notation)).toBeUndefined();
  });
});

describe("what is written", () => {
  it("looks like its neighbors", () => {
    const pay: Edit[] = [{ kind: "set", path: ["ous", "Workloads", "ous", "SDLC", "accounts", "pay-dev"], value: { purpose: "Takes payments", stage: "dev" } }];
    expect(editedText(TS, pay, format(".ts"))).toContain('        SDLC: { accounts: { "pay-dev": { purpose: "Takes payments", stage: "dev" } } },\n');
    expect(editedText(YAML, pay, format(".yaml"))).toContain("pay-dev: { purpose: Takes payments, stage: dev }");
    const ou: Edit[] = [{ kind: "set", path: ["ous", "Security"], value: { description: "Guards" } }];
    expect(editedText(TS, ou, format(".ts"))).toContain('    Suspended: {}, // empty\n    Security: { description: "Guards" },\n  },\n');
    expect(editedText(JSON_TEXT, ou, format(".json"))).toContain('    "Suspended": {},\n    "Security": { "description": "Guards" }\n  }\n');
  });

  it("stands as deep as what it replaces", () => {
    const long: Edit[] = [{ kind: "set", path: ["identityCenter", "assignments"], value: [{ group: "developers" }, { group: "x".repeat(100) }] }];
    const before = "export default {\n  identityCenter: {\n    assignments: [],\n  },\n};\n";
    const after = `    assignments: [\n      { group: "developers" },\n      {\n        group: "${"x".repeat(100)}",\n      },\n    ],\n  },\n`;
    expect(editedText(before, long, format(".ts"))).toContain(after);
  });

  it("stands in front of another where that is said, and comments stay with what is below them", () => {
    const more = (text: string): string => text.replaceAll("sandbox-ana", "sandbox-b");
    const first: Edit[] = [{ kind: "set", path: ["ous", "Sandbox", "accounts", "a"], value: { owner: "a" }, before: "sandbox-b" }];
    expect(editedText(more(TS), first, format(".ts"))).toContain('{\n  a: { owner: "a" },\n  "sandbox-b": { owner: "ana" }, // hers\n');
    expect(editedText(more(JSON_TEXT), first, format(".json"))).toContain('{ "a": { "owner": "a" }, "sandbox-b": { "owner": "ana" } }');
    expect(editedText(more(YAML), first, format(".yaml"))).toContain("    accounts:\n      a: { owner: a }\n      sandbox-b:\n");
    const middle: Edit[] = [{ kind: "set", path: ["ous", "Security"], value: {}, before: "Suspended" }];
    expect(editedText(TS, middle, format(".ts"))).toContain("    Sandbox: { accounts: sandboxes },\n    Security: {},\n    Suspended: {}, // empty\n");
    expect(editedText(JSON_TEXT, middle, format(".json"))).toContain('    "Security": {},\n    "Suspended": {}\n');
    expect(parse(editedText(YAML, middle, format(".yaml")) ?? "")).toMatchObject({ ous: { Security: {} } });
    expect(editedText(YAML, middle, format(".yaml"))).toContain("  # nothing here yet\n  Suspended:\n");
    expect(editedText(TS, [{ kind: "set", path: ["ous", "Z"], value: {}, before: "absent" }], format(".ts"))).toContain("// empty\n    Z: {},\n");
  });

  it("follows a constant of the file to where it stands", () => {
    const edited = editedText(TS, [{ kind: "set", path: ["ous", "Sandbox", "accounts", "sandbox-bo"], value: { owner: "bo" } }], format(".ts")) ?? "";
    expect(edited).toContain('  "sandbox-ana": { owner: "ana" }, // hers\n  "sandbox-bo": { owner: "bo" },\n};');
  });

  it("cannot go into what is computed", () => {
    const computed = 'export default { ous: { Sandbox: { accounts: Object.fromEntries(["a"].map((key) => [key, {}])) } } };';
    expect(editedText(computed, [{ kind: "set", path: ["ous", "Sandbox", "accounts", "b"], value: {} }], format(".ts"))).toBeUndefined();
  });
});
