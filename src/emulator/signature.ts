import { createHash, createHmac, timingSafeEqual, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { HttpRequest as SdkRequest } from "@smithy/protocol-http";
import { partitionOfRegion } from "../ids/index.ts";
import { AwsError } from "./aws-error.ts";
import type { HttpRequest } from "./http-message.ts";
import type { AccessKey } from "./access-key.ts";
import type { CommonError, Endpoint } from "./protocols/index.ts";

/** How far a client's clock may be off, in milliseconds. Source: IAM User Guide, "Signature Version 4". */
export const LARGEST_SKEW = 15 * 60 * 1000;

/** What the `Authorization` header says. */
interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export interface SignedBy {
  readonly key: AccessKey;
  readonly region: string;
}

export interface Verification {
  readonly endpoint: Endpoint;
  /** The key that may sign under this id, with this session token if it has one. */
  readonly keyOf: (accessKeyId: string, sessionToken: string | undefined) => AccessKey | undefined;
  /** Wall time: clients sign with the wall clock, however fast the emulator's runs. */
  readonly wallNow: number;
  /** The emulator's time, by which session tokens expire. */
  readonly now: number;
}

/** The service and Region that a request says it is signed for; undefined when it is not signed. */
export function credentialScope(request: HttpRequest): { readonly service: string; readonly region: string } | undefined {
  return parseAuthorization(request.headers["authorization"] ?? "");
}

/** Checks a request's signature by signing it again. Throws `AwsError` as AWS answers; gives the key that signed. */
export async function verifySignature(request: HttpRequest, verification: Verification): Promise<SignedBy> {
  const refuse = refuserOf(verification.endpoint);
  const header = request.headers["authorization"];
  if (!header) {
    if (request.query["X-Amz-Signature"] !== undefined) throw refuse("missingAuthentication", "landfall's emulator does not accept presigned URLs.");
    throw refuse("missingAuthentication", "Missing Authentication Token");
  }
  const authorization = parseAuthorization(header);
  if (!authorization) throw refuse("incompleteSignature", `Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters. Authorization=${header.split(" ")[0]}`);
  const problem = problemOf(request, authorization, verification);
  if (problem) throw refuse("wrongSignature", problem);
  const token = request.headers["x-amz-security-token"];
  const key = verification.keyOf(authorization.accessKeyId, token);
  if (!key || (key.sessionToken ?? "") !== (token ?? "")) {
    throw refuse("unknownKey", "The security token included in the request is invalid.");
  }
  if (key.expiresAt !== undefined && key.expiresAt <= verification.now) {
    throw refuse("expiredToken", "The security token included in the request is expired");
  }
  if (!(await isSignedBy(key, request, authorization))) throw refuse("wrongSignature", WRONG_SIGNATURE);
  return { key, region: authorization.region };
}

const WRONG_SIGNATURE =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

const refuserOf =
  (endpoint: Endpoint) =>
  (error: CommonError, message: string): AwsError => {
    const [code, status] = endpoint.protocol.codes[error];
    return new AwsError(code, message, { status });
  };

function parseAuthorization(header: string): Authorization | undefined {
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/s.exec(header);
  if (!match?.[1]) return undefined;
  const fields = new Map(match[1].split(",").map((field) => splitOnce(field.trim(), "=")));
  const scope = fields.get("Credential")?.split("/") ?? [];
  const signedHeaders = fields.get("SignedHeaders");
  const signature = fields.get("Signature");
  const [accessKeyId, date, region, service, terminator] = scope;
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request" || !signedHeaders || !signature) return undefined;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}

const splitOnce = (text: string, separator: string): [string, string] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

/** What is wrong with a signature before looking at its key, in AWS's words. */
function problemOf(request: HttpRequest, authorization: Authorization, { endpoint, wallNow }: Verification): string | undefined {
  if (authorization.service !== endpoint.signingName) return `Credential should be scoped to correct service: '${endpoint.signingName}'. `;
  if (partitionOfRegion(authorization.region) === undefined) return "Credential should be scoped to a valid region. ";
  // Every header that decides what a request does must be signed, or someone on the way could change it.
  const unsigned = ["host", ...Object.keys(request.headers).filter((name) => name.startsWith("x-amz-"))].find(
    (name) => !authorization.signedHeaders.includes(name),
  );
  if (unsigned) return `'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`;
  const stamp = request.headers["x-amz-date"] ?? "";
  const signedAt = parseStamp(stamp);
  if (signedAt === undefined) return "Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601";
  if (stamp.slice(0, 8) !== authorization.date) {
    return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${authorization.date}' != '${stamp.slice(0, 8)}', from '${stamp}'.`;
  }
  const now = formatStamp(wallNow);
  if (signedAt < wallNow - LARGEST_SKEW) return `Signature expired: ${stamp} is now earlier than ${formatStamp(wallNow - LARGEST_SKEW)} (${now} - 15 min.)`;
  if (signedAt > wallNow + LARGEST_SKEW) return `Signature not yet current: ${stamp} is still later than ${formatStamp(wallNow + LARGEST_SKEW)} (${now} + 15 min.)`;
  return undefined;
}

const formatStamp = (millis: number): string => new Date(millis).toISOString().replace(/[-:]|\.\d+/g, "");

function parseStamp(stamp: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!match) return undefined;
  const millis = Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`);
  return Number.isNaN(millis) ? undefined : millis;
}

async function isSignedBy(key: AccessKey, request: HttpRequest, authorization: Authorization): Promise<boolean> {
  const signed = authorization.signedHeaders;
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => signed.includes(name)));
  // The signer believes this header; the body must be what it says.
  const declared = headers["x-amz-content-sha256"];
  if (declared !== undefined && declared !== createHash("sha256").update(request.body).digest("hex")) return false;
  const signer = new SignatureV4({
    credentials: { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey },
    region: authorization.region,
    service: authorization.service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const again = await signer.sign(
    new SdkRequest({ method: request.method, path: request.path, query: { ...request.query }, headers, body: request.body }),
    { signingDate: new Date(parseStamp(headers["x-amz-date"] ?? "") ?? 0), signableHeaders: new Set(signed) },
  );
  const expected = Buffer.from(parseAuthorization(again.headers["authorization"] ?? "")?.signature ?? "");
  const given = Buffer.from(authorization.signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Node's own SHA-256 in the form the signer asks for; several times faster than one in JavaScript. */
class Sha256 {
  readonly #secret: string | Uint8Array | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = typeof secret === "string" ? secret : secret && bytesOf(secret);
    this.#hash = this.#start();
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    this.#hash = this.#start();
  }

  #start(): Hash | Hmac {
    return this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
