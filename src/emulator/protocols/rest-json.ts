import type { AwsError } from "../aws-error.ts";
import { encodeText, type HttpResponse } from "../http-message.ts";
import { messageMember, readJsonBody, writeJsonBody } from "./json.ts";
import type { ServiceModel } from "./model.ts";
import type { Protocol } from "./protocol.ts";

/**
 * AWS REST JSON: the operation in method and path, JSON objects as bodies. Source: Smithy, "AWS restJson1 protocol".
 * Only what the services here use: fixed paths, and nothing of an input in the path, the query or a header.
 */
export const restJson1: Protocol = {
  name: "restJson1",
  codes: {
    missingAuthentication: ["MissingAuthenticationTokenException", 403],
    incompleteSignature: ["IncompleteSignatureException", 403],
    unknownKey: ["UnrecognizedClientException", 403],
    wrongSignature: ["InvalidSignatureException", 403],
    expiredToken: ["ExpiredTokenException", 403],
    unknownOperation: ["UnknownOperationException", 404],
    malformed: ["SerializationException", 400],
    internal: ["InternalFailure", 500],
  },
  operationName({ method, path }, _endpoint, model) {
    for (const { name, http } of model.operations.values()) if (http?.method === method && http.path === path) return name;
    return undefined;
  },
  read: (request, operation) => readJsonBody(request, operation.input),
  write: (_endpoint, operation, output, requestId) => respond(operation.http?.status ?? 200, { "x-amzn-requestid": requestId }, writeJsonBody(operation.output, output)),
  writeError: (error, requestId, _endpoint, model) => respond(error.status, { "x-amzn-requestid": requestId, "x-amzn-errortype": error.code }, errorBody(error, model)),
};

const errorBody = (error: AwsError, model?: ServiceModel): Uint8Array =>
  encodeText(JSON.stringify({ [messageMember(error, model)]: error.message, ...error.fields }));

function respond(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array): HttpResponse {
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}
