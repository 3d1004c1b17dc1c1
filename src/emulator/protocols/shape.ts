import type { $SchemaRef, SchemaTraits, StaticErrorSchema, StaticOperationSchema } from "@smithy/types";

export type SimpleKind = "string" | "number" | "boolean" | "blob" | "document";
export type TimestampFormat = "default" | "date-time" | "http-date" | "epoch-seconds";

/** The form of a value on the wire, read from the schemas that an SDK package exports. */
export type Shape =
  | { readonly kind: SimpleKind }
  | { readonly kind: "timestamp"; readonly format: TimestampFormat }
  | { readonly kind: "list"; readonly member: Member }
  | { readonly kind: "map"; readonly key: Member; readonly value: Member }
  | StructureShape;

export interface StructureShape {
  readonly kind: "structure";
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  /** Names of the members that must be there. */
  readonly required: readonly string[];
}

/** A use of a shape. The shape is looked up when asked for, because shapes may contain themselves. */
export interface Member {
  readonly shape: Shape;
  readonly xmlName: string | undefined;
  readonly xmlFlattened: boolean;
}

export interface OperationShape {
  readonly name: string;
  /** Where the operation is found, in protocols that tell operations by method and path. */
  readonly http: { readonly method: string; readonly path: string; readonly status: number } | undefined;
  readonly input: StructureShape;
  readonly output: StructureShape;
}

/** The input or output of an operation that has none, which is not the same as one without members. */
export const NOTHING: StructureShape = { kind: "structure", name: "Unit", members: new Map(), required: [] };

const SIMPLE: Readonly<Record<number, Shape>> = {
  0: { kind: "string" },
  1: { kind: "number" },
  2: { kind: "boolean" },
  4: { kind: "timestamp", format: "default" },
  5: { kind: "timestamp", format: "date-time" },
  6: { kind: "timestamp", format: "http-date" },
  7: { kind: "timestamp", format: "epoch-seconds" },
  15: { kind: "document" },
  17: { kind: "number" },
  19: { kind: "number" },
  21: { kind: "blob" },
  42: { kind: "blob" },
};
const LIST_BIT = 64;
const MAP_BIT = 128;

const compiled = new WeakMap<object, Shape>();

/** An operation's shapes; undefined when the exported value is no operation. */
export function operationShape(exported: unknown): OperationShape | undefined {
  if (!Array.isArray(exported) || exported[0] !== 9) return undefined;
  const [, , name, traits, input, output] = exported as unknown as StaticOperationSchema;
  return {
    name,
    http: httpOf(traits),
    get input() {
      return structureOf(input);
    },
    get output() {
      return structureOf(output);
    },
  };
}

function httpOf(traits: SchemaTraits): OperationShape["http"] {
  const [method, path, status] = (typeof traits === "object" ? traits.http : undefined) ?? [];
  return method === undefined || path === undefined ? undefined : { method, path, status: status ?? 200 };
}

/** An error's shape; undefined when the exported value is no error. */
export function errorShape(exported: unknown): StructureShape | undefined {
  if (!Array.isArray(exported) || exported[0] !== -3) return undefined;
  return structureOf(exported as unknown as StaticErrorSchema);
}

function structureOf(ref: $SchemaRef): StructureShape {
  const shape = shapeOf(ref);
  return shape.kind === "structure" ? shape : NOTHING;
}

/** Schemas are nested arrays whose first item says what they are; a pair is a use of a schema with traits. */
function shapeOf(ref: $SchemaRef): Shape {
  const schema: unknown = typeof ref === "function" ? (ref as () => unknown)() : ref;
  if (typeof schema === "number") return simpleShape(schema);
  if (!Array.isArray(schema)) return NOTHING;
  if (schema.length === 2) return shapeOf(schema[0] as $SchemaRef);
  let shape = compiled.get(schema);
  if (!shape) compiled.set(schema, (shape = compile(schema)));
  return shape;
}

function simpleShape(code: number): Shape {
  const simple = SIMPLE[code];
  if (simple) return simple;
  const member = lazyMember(code & (LIST_BIT - 1));
  return code & MAP_BIT ? { kind: "map", key: lazyMember(0), value: member } : { kind: "list", member };
}

function compile(schema: readonly unknown[]): Shape {
  switch (schema[0]) {
    case 0:
      return shapeOf(schema[4] as $SchemaRef);
    case 1:
      return { kind: "list", member: lazyMember(schema[4] as $SchemaRef) };
    case 2:
      return { kind: "map", key: lazyMember(schema[4] as $SchemaRef), value: lazyMember(schema[5] as $SchemaRef) };
    default: {
      const names = schema[4] as readonly string[];
      const refs = schema[5] as readonly $SchemaRef[];
      const members = new Map(names.map((name, index) => [name, lazyMember(refs[index] ?? 0)]));
      return { kind: "structure", name: String(schema[2]), members, required: names.slice(0, Number(schema[6] ?? 0)) };
    }
  }
}

function lazyMember(ref: $SchemaRef): Member {
  const traits = traitsOf(ref);
  return {
    get shape() {
      return shapeOf(ref);
    },
    xmlName: traits.xmlName,
    xmlFlattened: traits.xmlFlattened === 1,
  };
}

interface XmlTraits {
  readonly xmlName?: string;
  readonly xmlFlattened?: 1;
}

/** Traits packed into a number carry nothing about XML. */
function traitsOf(ref: unknown): XmlTraits {
  if (!Array.isArray(ref) || ref.length !== 2) return {};
  const traits = ref[1] as SchemaTraits;
  return typeof traits === "object" ? traits : {};
}
