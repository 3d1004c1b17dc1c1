import type { Member, Shape, StructureShape } from "./shape.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;" };

// Characters that XML 1.0 cannot hold at all; a replacement keeps the answer readable.
// oxlint-disable-next-line no-control-regex
const UNREPRESENTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escapeXml = (text: string): string =>
  text.replace(UNREPRESENTABLE, "\ufffd").replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);

/** The members of a structure as XML elements; what the shape does not know is left out. */
export function writeXml(shape: StructureShape, value: object): string {
  let xml = "";
  for (const [name, member] of shape.members) {
    const given = (value as Record<string, unknown>)[name];
    if (given !== undefined && given !== null) xml += writeMember(member.xmlName ?? name, member, given);
  }
  return xml;
}

function writeMember(name: string, member: Member, value: unknown): string {
  const { shape } = member;
  if (shape.kind === "list" && member.xmlFlattened) {
    return (value as readonly unknown[]).map((item) => element(name, writeValue(shape.member.shape, item))).join("");
  }
  if (shape.kind === "map" && member.xmlFlattened) return writeEntries(shape, value as object, name);
  return element(name, writeValue(shape, value));
}

function writeValue(shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case "structure":
      return writeXml(shape, value as object);
    case "list":
      return (value as readonly unknown[])
        .map((item) => element(shape.member.xmlName ?? "member", writeValue(shape.member.shape, item)))
        .join("");
    case "map":
      return writeEntries(shape, value as object, "entry");
    case "timestamp":
      return writeTimestamp(shape.format, Number(value));
    default:
      return escapeXml(String(value));
  }
}

function writeEntries(shape: Shape & { readonly kind: "map" }, value: object, name: string): string {
  return Object.entries(value)
    .map(([key, item]) => {
      const keyElement = element(shape.key.xmlName ?? "key", escapeXml(key));
      return element(name, keyElement + element(shape.value.xmlName ?? "value", writeValue(shape.value.shape, item)));
    })
    .join("");
}

/** AWS writes whole seconds. */
function writeTimestamp(format: string, millis: number): string {
  if (format === "epoch-seconds") return String(millis / 1000);
  if (format === "http-date") return new Date(millis).toUTCString();
  return new Date(millis).toISOString().replace(/\.\d+Z$/, "Z");
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
