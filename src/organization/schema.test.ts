import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { organizationSchema } from "./schema.ts";
import type { SCHEMAS } from "./shape-schemas.ts";
import type { Assignment, CustomerManagedPolicy, Group, IdentityCenter, PermissionsBoundary, PermissionSet, Role } from "./access-types.ts";
import type { Budget, BudgetNotice } from "./budget-types.ts";
import type { Expectation } from "./expectation-types.ts";
import type { Account, Contact, Contacts, DelegationPolicy, ManagementAccount, Node, Organization, OrganizationalUnit, Policy, Waiver } from "./types.ts";

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const schema = organizationSchema() as JsonSchema;

interface Documented {
  readonly doc: string | undefined;
  readonly members: Readonly<Record<string, { readonly doc: string | undefined; readonly optional: boolean }>>;
}

/** Every exported interface of a file with its comments. */
function interfacesOf(name: string): [string, Documented][] {
  const source = readFileSync(new URL(name, import.meta.url), "utf8");
  const { program, comments } = parseSync(name, source);
  /** The text of the comment that ends right before an offset, on one line; up to the first tag such as `@example`. */
  const docBefore = (offset: number): string | undefined => {
    const comment = comments.findLast(({ end }) => end <= offset && source.slice(end, offset).trim() === "");
    const text = comment?.value.replaceAll(/^\s*\* ?/gm, "").split(/^@/m)[0];
    return text?.replaceAll(/\s+/g, " ").trim();
  };
  return program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "TSInterfaceDeclaration") return [];
    const { id, body } = statement.declaration;
    const members = body.body.flatMap((member) =>
      member.type === "TSPropertySignature" && member.key.type === "Identifier"
        ? [[member.key.name, { doc: docBefore(member.start), optional: member.optional }] as const]
        : [],
    );
    return [[id.name, { doc: docBefore(statement.start), members: Object.fromEntries(members) }]];
  });
}

const interfaces = new Map(["types.ts", "access-types.ts", "budget-types.ts", "expectation-types.ts"].flatMap(interfacesOf));
const schemaOf = (name: string): JsonSchema => (name === "Organization" ? schema : (schema.$defs?.[name] ?? {}));

describe("the JSON Schema", () => {
  it("knows the interfaces this test reads from the files of types", () => {
    expect([...interfaces.keys()]).toEqual([
      ["Organization", "Waiver", "Contacts", "Contact", "Policy", "DelegationPolicy", "GuardrailUse", "Node", "OrganizationalUnit", "Account", "ManagementAccount"],
      ["IdentityCenter", "PermissionSet", "CustomerManagedPolicy", "PermissionsBoundary", "Group", "Assignment", "Role"],
      ["Budget", "BudgetNotice"],
      ["Expectation"],
    ].flat());
  });

  it.each([...interfaces])("describes %s as its comments do", (name, { doc, members }) => {
    const { description, properties = {}, required = [], additionalProperties } = schemaOf(name);
    expect(description).toBe(doc);
    // The names of parameters are the guardrail's.
    expect(additionalProperties).toEqual(name === "GuardrailUse" ? {} : false);
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
    expectTypeOf<Both<Read<"identityCenter">, IdentityCenter>>().not.toBeAny();
    expectTypeOf<Both<Read<"permissionSet">, PermissionSet>>().not.toBeAny();
    expectTypeOf<Both<Read<"customerManagedPolicy">, CustomerManagedPolicy>>().not.toBeAny();
    expectTypeOf<Both<Read<"boundary">, PermissionsBoundary>>().not.toBeAny();
    expectTypeOf<Both<Read<"group">, Group>>().not.toBeAny();
    expectTypeOf<Both<Read<"assignment">, Assignment>>().not.toBeAny();
    expectTypeOf<Both<Read<"role">, Role>>().not.toBeAny();
    expectTypeOf<Both<Read<"budget">, Budget>>().not.toBeAny();
    expectTypeOf<Both<Read<"notice">, BudgetNotice>>().not.toBeAny();
    expectTypeOf<Both<Read<"expectation">, Expectation>>().not.toBeAny();
  });
});
