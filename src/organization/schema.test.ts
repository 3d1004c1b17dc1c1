import { readFileSync } from "node:fs";
import { type Comment, parseSync, type Program } from "oxc-parser";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { organizationSchema } from "./schema.ts";
import type { SCHEMAS } from "./shape-schemas.ts";
import type { Account, Contact, Contacts, DelegationPolicy, ManagementAccount, Node, Organization, OrganizationalUnit, Policy, Waiver } from "./types.ts";

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const schema = organizationSchema() as JsonSchema;
const source = readFileSync(new URL("types.ts", import.meta.url), "utf8");
const { program, comments } = parseSync("types.ts", source);

/** The text of the comment that ends right before an offset, on one line; up to the first tag such as `@example`. */
function docBefore(offset: number, all: readonly Comment[]): string | undefined {
  const comment = all.findLast(({ end }) => end <= offset && source.slice(end, offset).trim() === "");
  const text = comment?.value.replaceAll(/^\s*\* ?/gm, "").split(/^@/m)[0];
  return text?.replaceAll(/\s+/g, " ").trim();
}

interface Documented {
  readonly doc: string | undefined;
  readonly members: Readonly<Record<string, { readonly doc: string | undefined; readonly optional: boolean }>>;
}

/** Every exported interface of types.ts with its comments. */
function interfacesOf({ body }: Program): Map<string, Documented> {
  const found = new Map<string, Documented>();
  for (const statement of body) {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "TSInterfaceDeclaration") continue;
    const { id, body: inner } = statement.declaration;
    const members = inner.body.flatMap((member) =>
      member.type === "TSPropertySignature" && member.key.type === "Identifier"
        ? [[member.key.name, { doc: docBefore(member.start, comments), optional: member.optional }] as const]
        : [],
    );
    found.set(id.name, { doc: docBefore(statement.start, comments), members: Object.fromEntries(members) });
  }
  return found;
}

const interfaces = interfacesOf(program);
const schemaOf = (name: string): JsonSchema => (name === "Organization" ? schema : (schema.$defs?.[name] ?? {}));

describe("the JSON Schema", () => {
  it("knows the interfaces this test reads from types.ts", () => {
    expect([...interfaces.keys()]).toEqual(["Organization", "Waiver", "Contacts", "Contact", "Policy", "DelegationPolicy", "Node", "OrganizationalUnit", "Account", "ManagementAccount"]);
  });

  it.each([...interfaces])("describes %s as its comments do", (name, { doc, members }) => {
    const { description, properties = {}, required = [], additionalProperties } = schemaOf(name);
    expect(description).toBe(doc);
    expect(additionalProperties).toBe(false);
    // An OU has what every place has, which its interface inherits.
    const all = name === "OrganizationalUnit" ? { ...interfaces.get("Node")?.members, ...members } : members;
    expect(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, one.description]))).toEqual(
      Object.fromEntries(Object.entries(all).map(([key, member]) => [key, member.doc])),
    );
    expect([...required].sort()).toEqual(Object.keys(all).filter((key) => all[key]?.optional === false).sort());
  });

  it("is of draft 2020-12 and lets editors check names", () => {
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { ous: { propertyNames: { minLength: 1, maxLength: 128 } } },
      $defs: { Tags: { maxProperties: 50, description: expect.stringContaining("Tags as AWS keeps them") as string } },
    });
    expect(JSON.stringify(schema)).not.toContain('"form"');
  });
});

/** Interfaces say `readonly`, zod does not; nothing else may differ. */
type Frozen<T> = T extends (...args: never) => unknown ? T : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Read<K extends keyof typeof SCHEMAS> = Frozen<z.infer<(typeof SCHEMAS)[K]>>;
/** Compiles only when each may stand for the other. */
type Both<A extends B, B extends C, C = A> = [A, B, C];

describe("the types", () => {
  it("of zod's schemas and of the interfaces stand for each other", () => {
    expectTypeOf<Both<Read<"organization">, Organization>>().not.toBeAny();
    expectTypeOf<Both<Read<"policy">, Policy>>().not.toBeAny();
    expectTypeOf<Both<Read<"contacts">, Contacts>>().not.toBeAny();
    expectTypeOf<Both<Read<"contact">, Contact>>().not.toBeAny();
    expectTypeOf<Both<Read<"delegationPolicy">, DelegationPolicy>>().not.toBeAny();
    expectTypeOf<Both<Read<"root">, Node>>().not.toBeAny();
    expectTypeOf<Both<Read<"ou">, OrganizationalUnit>>().not.toBeAny();
    expectTypeOf<Both<Read<"account">, Account>>().not.toBeAny();
    expectTypeOf<Both<Read<"managementAccount">, ManagementAccount>>().not.toBeAny();
    expectTypeOf<Both<Read<"waiver">, Waiver>>().not.toBeAny();
  });
});
