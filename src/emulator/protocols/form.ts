import { AwsError } from "../aws-error.ts";
import type { Member, Shape, StructureShape } from "./shape.ts";

/** A form's fields by the parts of their names: `Tags.member.1.Key=a` becomes Tags → member → 1 → Key → a. */
interface Field {
  text?: string;
  readonly parts: Map<string, Field>;
}

/** Far above what any operation takes; beyond it a form is an attack on memory. */
const MOST_FIELDS = 10_000;
const DEEPEST_NAME = 32;

/** Reads the members of a structure from form fields. Fields that the shape does not know are left out. */
export function readForm(shape: StructureShape, form: URLSearchParams): Record<string, unknown> {
  const root: Field = { parts: new Map() };
  if (form.size > MOST_FIELDS) throw new AwsError("MalformedInput", `The request has more than ${MOST_FIELDS} fields.`);
  for (const [name, text] of form) {
    let field = root;
    for (const part of name.split(".", DEEPEST_NAME)) {
      let next = field.parts.get(part);
      if (!next) field.parts.set(part, (next = { parts: new Map() }));
      field = next;
    }
    field.text = text;
  }
  return readStructure(shape, root);
}

function readStructure(shape: StructureShape, field: Field): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = field.parts.get(member.xmlName ?? name);
    if (given) read[name] = readMember(member, given, name);
  }
  return read;
}

function readMember(member: Member, field: Field, name: string): unknown {
  const { shape } = member;
  if (shape.kind === "list") {
    const items = member.xmlFlattened ? field : field.parts.get(shape.member.xmlName ?? "member");
    return numbered(items).map((item) => readValue(shape.member.shape, item, name));
  }
  if (shape.kind === "map") {
    const entries = numbered(member.xmlFlattened ? field : field.parts.get("entry"));
    return Object.fromEntries(entries.map((entry) => readEntry(shape, entry, name)));
  }
  return readValue(shape, field, name);
}

function readEntry(shape: Shape & { readonly kind: "map" }, entry: Field, name: string): [string, unknown] {
  const value = entry.parts.get(shape.value.xmlName ?? "value") ?? { parts: new Map() };
  return [entry.parts.get(shape.key.xmlName ?? "key")?.text ?? "", readValue(shape.value.shape, value, name)];
}

/** The fields `1`, `2`, … in order. */
function numbered(field: Field | undefined): Field[] {
  if (!field) return [];
  return [...field.parts].filter(([part]) => /^\d+$/.test(part)).sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
}

function readValue(shape: Shape, field: Field, name: string): unknown {
  const text = field.text ?? "";
  switch (shape.kind) {
    case "structure":
      return readStructure(shape, field);
    case "list":
    case "map":
      return readMember({ shape, xmlName: undefined, xmlFlattened: false }, field, name);
    case "number":
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw malformed(name, shape.kind, text);
      return Number(text);
    case "boolean":
      if (text !== "true" && text !== "false") throw malformed(name, shape.kind, text);
      return text === "true";
    case "timestamp": {
      const millis = Date.parse(text);
      if (Number.isNaN(millis)) throw malformed(name, shape.kind, text);
      return millis;
    }
    default:
      return text;
  }
}

const malformed = (name: string, wanted: string, text: string): AwsError =>
  new AwsError("MalformedInput", `Member ${name} must be a ${wanted}, not ${JSON.stringify(text.slice(0, 100))}.`);
