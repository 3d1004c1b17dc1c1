import { AwsError } from "../aws-error.ts";
import { decodeText, encodeText, type HttpRequest } from "../http-message.ts";
import type { ServiceModel } from "./model.ts";
import type { Shape, StructureShape } from "./shape.ts";

/** JSON bodies, as the protocols that use them share them. */

/** Reads a body as a structure; members that the shape does not know are left out. */
export function readJsonBody(request: HttpRequest, shape: StructureShape): Record<string, unknown> {
  const text = decodeText(request.body);
  if (text === undefined) throw malformed("The request body is not valid UTF-8.");
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw malformed("The request body is not valid JSON.");
  }
  return readStructure(shape, body, "");
}

function readStructure(shape: StructureShape, value: unknown, path: string): Record<string, unknown> {
  if (!isObject(value)) throw unexpected(path, "structure", value);
  const read: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    // AWS treats null as absent.
    if (given !== undefined && given !== null) read[name] = readValue(member.shape, given, path ? `${path}.${name}` : name);
  }
  return read;
}

/** Null items of lists and maps stand for absent ones, which the services here do not take. */
function readValue(shape: Shape, value: unknown, path: string): unknown {
  if (shape.kind === "structure") return readStructure(shape, value, path);
  if (shape.kind === "list") {
    if (!Array.isArray(value)) throw unexpected(path, "list", value);
    return value.map((item, index) => readValue(shape.member.shape, item, `${path}[${index}]`));
  }
  if (shape.kind === "map") {
    if (!isObject(value)) throw unexpected(path, "map", value);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readValue(shape.value.shape, item, `${path}.${key}`)]));
  }
  if (shape.kind === "document") return value;
  if (typeof value !== SENT_AS[shape.kind]) throw unexpected(path, shape.kind, value);
  if (LONE_SURROGATE.test(String(value))) throw malformed(`Member ${path} is not valid Unicode.`);
  return shape.kind === "timestamp" ? Math.round(Number(value) * 1000) : value;
}

/** Half a character has no UTF-8 form: it could not be stored and read back. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const SENT_AS = { string: "string", number: "number", boolean: "boolean", blob: "string", timestamp: "number" } as const;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

export const writeJsonBody = (shape: StructureShape, value: object): Uint8Array => encodeText(JSON.stringify(writeStructure(shape, value)));

function writeStructure(shape: StructureShape, value: object): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = (value as Record<string, unknown>)[name];
    if (given !== undefined && given !== null) written[name] = writeValue(member.shape, given);
  }
  return written;
}

function writeValue(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case "structure":
      return writeStructure(shape, value as object);
    case "list":
      return (value as readonly unknown[]).map((item) => writeValue(shape.member.shape, item));
    case "map":
      return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, writeValue(shape.value.shape, item)]));
    case "timestamp":
      return writeTimestamp(shape.format, Number(value));
    default:
      return value;
  }
}

function writeTimestamp(format: string, millis: number): number | string {
  return format === "date-time" ? new Date(millis).toISOString() : millis / 1000;
}

/** The name of an error's message: services disagree about its case; the model knows. */
export function messageMember(error: AwsError, model?: ServiceModel): "message" | "Message" {
  const shape = model?.errors.get(error.code);
  return shape && !shape.members.has("message") && shape.members.has("Message") ? "Message" : "message";
}

const malformed = (message: string): AwsError => new AwsError("SerializationException", message);

function unexpected(path: string, wanted: string, value: unknown): AwsError {
  const found = Array.isArray(value) ? "list" : isObject(value) ? "structure" : value === null ? "null" : typeof value;
  return malformed(`${path === "" ? "The request" : `Member ${path}`} must be a ${wanted}, not a ${found}.`);
}
