import { HttpResponse as SdkResponse, type HttpHandler, type HttpRequest as SdkRequest } from "@smithy/protocol-http";
import type { HttpHandlerOptions } from "@smithy/types";
import { encodeText, type HttpRequest, type HttpResponse } from "./http-message.ts";

/**
 * A request handler for any client of the AWS SDK for JavaScript, whatever host it means to speak to:
 * `new OrganizationsClient({ region, credentials, requestHandler })`.
 */
export function sdkHandler(answer: (request: HttpRequest) => Promise<HttpResponse>): HttpHandler {
  return {
    metadata: { handlerProtocol: "landfall-emulator" },
    async handle(request: SdkRequest, options?: HttpHandlerOptions) {
      refuseAborted(options);
      const response = await answer(requestOf(request));
      refuseAborted(options);
      if (response.isCut) throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
      return { response: new SdkResponse({ statusCode: response.status, headers: { ...response.headers }, body: response.body }) };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function refuseAborted(options: HttpHandlerOptions | undefined): void {
  if (!options?.abortSignal?.aborted) return;
  throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
}

function requestOf(request: SdkRequest): HttpRequest {
  return {
    method: request.method,
    path: request.path,
    query: request.query ?? {},
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: bodyOf(request.body),
  };
}

function bodyOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return encodeText(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError("The emulator takes request bodies as text or bytes; streams are for services it does not have.");
}
