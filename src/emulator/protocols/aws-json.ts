import type { AwsError } from "../aws-error.ts";
import { encodeText, type HttpResponse } from "../http-message.ts";
import type { Endpoint } from "./endpoints.ts";
import { messageMember, readJsonBody, writeJsonBody } from "./json.ts";
import type { ServiceModel } from "./model.ts";
import type { Protocol } from "./protocol.ts";

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
  read: (request, operation) => readJsonBody(request, operation.input),
  write: (_endpoint, operation, output, requestId) => respond(200, requestId, writeJsonBody(operation.output, output)),
  writeError,
};

function writeError(error: AwsError, requestId: string, _endpoint?: Endpoint, model?: ServiceModel): HttpResponse {
  const body = { __type: error.code, [messageMember(error, model)]: error.message, ...error.fields };
  return respond(error.status, requestId, encodeText(JSON.stringify(body)));
}

function respond(status: number, requestId: string, body: Uint8Array): HttpResponse {
  return { status, headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId }, body };
}
