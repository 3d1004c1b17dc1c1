import { AwsError } from "./aws-error.ts";
import type { HttpRequest } from "./http-message.ts";
import { awsJson1_1, awsQuery, ENDPOINTS, formOf, restJson1, type Endpoint, type Protocol } from "./protocols/index.ts";
import { credentialScope } from "./signature.ts";

/** The largest body that is read, in bytes. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The service a request is for: told by its target header, or else by what its signature is scoped to. */
export function endpointOf(request: HttpRequest): Endpoint | undefined {
  const target = request.headers["x-amz-target"]?.split(".")[0];
  if (target !== undefined) return ENDPOINTS.find((endpoint) => endpoint.target === target);
  const service = credentialScope(request)?.service;
  return ENDPOINTS.find((endpoint) => endpoint.signingName === service && endpoint.target === undefined);
}

/** Services that speak REST XML, by the names in their signatures. Their errors have the form of AWS query's. */
const REST_XML: ReadonlySet<string> = new Set(["s3", "s3-outposts", "s3express", "route53", "cloudfront"]);

/** The protocol to answer in when the service is not known: that of a form, of JSON, or else what the services of today speak. */
export function likelyProtocol(request: HttpRequest): Protocol {
  const type = request.headers["content-type"] ?? "";
  if (request.headers["x-amz-target"] !== undefined || type.includes("json")) return awsJson1_1;
  const service = credentialScope(request)?.service;
  const isForm = type.includes("x-www-form-urlencoded") || "Action" in request.query;
  return isForm || service === undefined || REST_XML.has(service) ? awsQuery : restJson1;
}

/** What to say about a request for a service that is not here. */
export function unknownService(request: HttpRequest): AwsError {
  const codes = likelyProtocol(request).codes;
  const scope = credentialScope(request);
  const target = request.headers["x-amz-target"];
  const named = target ?? formOf(request)?.get("Action") ?? undefined;
  if (!scope) {
    // These come unsigned: what they bring along proves who calls.
    if (named !== undefined && UNSIGNED.has(named)) return new AwsError("NotImplemented", `landfall's emulator does not implement sts:${named}`);
    const [code, status] = codes.missingAuthentication;
    return new AwsError(code, "Missing Authentication Token", { status });
  }
  const known = ENDPOINTS.some((endpoint) => endpoint.signingName === scope.service);
  if (known) {
    const [code, status] = codes.unknownOperation;
    return new AwsError(code, `landfall's emulator finds no operation of ${scope.service} in ${named ?? `${request.method} ${request.path}`}.`, { status });
  }
  return new AwsError("NotImplemented", `landfall's emulator does not implement ${scope.service}${named === undefined ? "" : `:${named.split(".").at(-1)}`}`);
}

const UNSIGNED: ReadonlySet<string> = new Set(["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"]);

export const tooLarge = (): AwsError =>
  new AwsError("RequestEntityTooLarge", `The request body is larger than ${LARGEST_BODY} bytes.`, { status: 413 });
