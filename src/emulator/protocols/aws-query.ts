import { AwsError } from "../aws-error.ts";
import { decodeText, encodeText, type HttpRequest, type HttpResponse } from "../http-message.ts";
import type { Endpoint } from "./endpoints.ts";
import { readForm } from "./form.ts";
import type { Protocol } from "./protocol.ts";
import { NOTHING, type OperationShape } from "./shape.ts";
import { escapeXml, writeXml } from "./xml.ts";

/** AWS query: a form in, XML out. Source: Smithy, "AWS query protocol". */
export const awsQuery: Protocol = {
  name: "awsQuery",
  codes: {
    missingAuthentication: ["MissingAuthenticationToken", 403],
    incompleteSignature: ["IncompleteSignature", 400],
    unknownKey: ["InvalidClientTokenId", 403],
    wrongSignature: ["SignatureDoesNotMatch", 403],
    expiredToken: ["ExpiredToken", 403],
    unknownOperation: ["InvalidAction", 400],
    malformed: ["MalformedInput", 400],
    internal: ["InternalFailure", 500],
  },
  operationName(request, endpoint) {
    const form = formOf(request);
    return form?.get("Version") === endpoint.version ? (form?.get("Action") ?? undefined) : undefined;
  },
  read(request, operation) {
    const form = formOf(request);
    if (!form) throw new AwsError("MalformedInput", "The request body is not valid UTF-8.");
    return readForm(operation.input, form);
  },
  write: writeResult,
  writeError,
};

/** The form's fields: those of the body, or of the query string when the request is a GET. */
export function formOf(request: HttpRequest): URLSearchParams | undefined {
  const text = decodeText(request.body);
  if (text === undefined) return undefined;
  const form = new URLSearchParams(text);
  for (const [name, value] of Object.entries(request.query)) {
    if (typeof value === "string" && !form.has(name)) form.set(name, value);
  }
  return form;
}

function writeResult(endpoint: Endpoint, operation: OperationShape, output: object, requestId: string): HttpResponse {
  const { name } = operation;
  const result = operation.output !== NOTHING ? `<${name}Result>${writeXml(operation.output, output)}</${name}Result>` : "";
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return respond(200, requestId, `<${name}Response xmlns="${endpoint.xmlNamespace ?? ""}">${result}${metadata}</${name}Response>`);
}

function writeError(error: AwsError, requestId: string, endpoint?: Endpoint): HttpResponse {
  const fields = { Type: error.status < 500 ? "Sender" : "Receiver", Code: error.code, Message: error.message, ...error.fields };
  const inner = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  const xmlns = endpoint?.xmlNamespace ? ` xmlns="${endpoint.xmlNamespace}"` : "";
  return respond(
    error.status,
    requestId,
    `<ErrorResponse${xmlns}><Error>${inner.join("")}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  );
}

function respond(status: number, requestId: string, xml: string): HttpResponse {
  return { status, headers: { "content-type": "text/xml", "x-amzn-requestid": requestId }, body: encodeText(xml) };
}
