import { AwsError } from "../aws-error.ts";
import { decodeText, encodeText, type HttpRequest, type HttpResponse } from "../http-message.ts";
import type { Endpoint } from "./endpoints.ts";
import type { ServiceModel } from "./model.ts";
import type { Protocol } from "./protocol.ts";
import type { OperationShape, Shape, StructureShape } from "./shape.ts";

/** AWS JSON 1.1: the operation in a header, a JSON object each way. Source: Smithy, "AWS JSON 1.1 protocol". */
export const awsJson1_1: Protocol = {
  name: "awsJson1_1",
  codes: {
    missingAuthentication: ["MissingAuthenticationTokenException", 400],
    incompleteSignature: ["IncompleteSignatureException", 400],
    unknownKey: ["UnrecognizedClientException", 400],
    wrongSignature: ["InvalidSignatureException", 400],
    expiredToken: ["ExpiredTokenException", 400],
    unknownOperation: ["UnknownOperationException", 400],
    malformed: ["SerializationException", 400],
    internal: ["InternalFailure", 500],
  },
  operationName: (request) => request.headers["x-amz-target"]?.split(".")[1],
  read: readInput,
  write: (_endpoint, operation, output, requestId) => respond(200, requestId, writeStructure(operation.output, output)),
  writeError,
};

function readInput(request: HttpRequest, operation: OperationShape): Record<string, unknown> {
  const text = decodeText(request.body);
  if (text === undefined) throw malformed("The request body is not valid UTF-8.");
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw malformed("The request body is not valid JSON.");
  }
  return readStructure(operation.input, body, "");
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

function writeError(error: AwsError, requestId: string, _endpoint?: Endpoint, model?: ServiceModel): HttpResponse {
  const shape = model?.errors.get(error.code);
  // Services disagree about the case of this member; the model knows.
  const messageName = shape && !shape.members.has("message") && shape.members.has("Message") ? "Message" : "message";
  return respond(error.status, requestId, { __type: error.code, [messageName]: error.message, ...error.fields });
}

function respond(status: number, requestId: string, body: unknown): HttpResponse {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId };
  return { status, headers, body: encodeText(JSON.stringify(body)) };
}

const malformed = (message: string): AwsError => new AwsError("SerializationException", message);

function unexpected(path: string, wanted: string, value: unknown): AwsError {
  const found = Array.isArray(value) ? "list" : isObject(value) ? "structure" : value === null ? "null" : typeof value;
  return malformed(`${path === "" ? "The request" : `Member ${path}`} must be a ${wanted}, not a ${found}.`);
}
