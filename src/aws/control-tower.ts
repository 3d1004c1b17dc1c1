import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import type { Emit } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { type CallLog, logged } from "./call-log.ts";
import { rememberOperation } from "./errors.ts";
import type { RequestHandler } from "./instrument.ts";
import { withRetries } from "./retry.ts";

/** A landing zone, as far as landfall looks. Source: Control Tower API Reference, "LandingZoneDetail". */
export interface LandingZone {
  readonly arn?: string;
  readonly version?: string;
  /** With `INHERITANCE_DRIFT`, accounts that are moved into registered OUs are enrolled by Control Tower itself. */
  readonly remediationTypes?: readonly string[];
}

/** A baseline on an OU: an OU that has one is registered. Source: Control Tower API Reference, "EnabledBaselineSummary". */
export interface EnabledBaseline {
  /** The ARN of the OU, or of a shared account. */
  readonly targetIdentifier?: string;
}

/** What landfall reads of Control Tower: three calls, none of which changes anything. */
export interface ControlTower {
  listLandingZones(input: { nextToken?: string }): Promise<{ landingZones?: readonly { arn?: string }[]; nextToken?: string }>;
  getLandingZone(input: { landingZoneIdentifier: string }): Promise<{ landingZone?: LandingZone }>;
  listEnabledBaselines(input: { nextToken?: string }): Promise<{ enabledBaselines?: readonly EnabledBaseline[]; nextToken?: string }>;
}

export interface ControlTowerPlace {
  /** The Region of the landing zone: Control Tower answers for no other. */
  readonly region: string;
  readonly dnsSuffix: string;
  readonly endpoint?: string;
  readonly requestHandler?: RequestHandler;
  readonly credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  readonly counts: Map<string, number>;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly log?: CallLog;
}

/** In milliseconds. */
const TIMEOUTS = { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

/**
 * Asks Control Tower with the parts that the SDK's clients are made of, since three reads do not deserve a client.
 * Source of paths and members: Control Tower API Reference.
 */
export async function controlTowerClient(place: ControlTowerPlace): Promise<ControlTower> {
  const ask = await asker(place);
  const call = async <T>(operation: string, path: string, input: object): Promise<T> => {
    const counted = `controltower:${operation}`;
    try {
      return (await withRetries(operation, () => {
        place.counts.set(counted, (place.counts.get(counted) ?? 0) + 1);
        return logged(place.log, counted, () => ask(path, input));
      }, place.clock, place.emit)) as T;
    } catch (error) {
      rememberOperation(error, counted);
      throw error;
    }
  };
  return {
    listLandingZones: (input) => call("ListLandingZones", "/list-landingzones", input),
    getLandingZone: (input) => call("GetLandingZone", "/get-landingzone", input),
    listEnabledBaselines: (input) => call("ListEnabledBaselines", "/list-enabled-baselines", input),
  };
}

async function asker({ region, dnsSuffix, endpoint, requestHandler, credentials }: ControlTowerPlace): Promise<(path: string, input: object) => Promise<unknown>> {
  const [{ SignatureV4 }, { Sha256 }, { HttpRequest }, { NodeHttpHandler }] = await Promise.all([
    import("@smithy/signature-v4"),
    import("@aws-crypto/sha256-js"),
    import("@smithy/protocol-http"),
    import("@smithy/node-http-handler"),
  ]);
  const url = new URL(endpoint ?? `https://controltower.${region}.${dnsSuffix}`);
  const signer = new SignatureV4({ service: "controltower", region, credentials, sha256: Sha256 });
  const handler = requestHandler ?? new NodeHttpHandler(TIMEOUTS);
  return async (path, input) => {
    const body = JSON.stringify(input);
    const { protocol, hostname, port } = url;
    const headers = { host: url.host, "content-type": "application/json" };
    const request = new HttpRequest({ method: "POST", protocol, hostname, port: port === "" ? undefined : Number(port), path, headers, body });
    const { response } = await handler.handle((await signer.sign(request)) as typeof request);
    const text = await textOf(response.body);
    if (response.statusCode >= 300) throw refusal(response.statusCode, response.headers, text);
    return JSON.parse(text);
  };
}

async function textOf(body: unknown): Promise<string> {
  if (body === undefined || body === null) return "";
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString("utf8");
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** An error as the SDK's clients throw it. Source: AWS restJson1 protocol, where the error's name may stand in three places. */
function refusal(status: number, headers: Readonly<Record<string, string>>, text: string): Error {
  const body = parsed(text);
  const name = (headers["x-amzn-errortype"] ?? body["code"] ?? body["__type"] ?? "UnknownError").split(":", 1)[0]?.split("#").at(-1) ?? "UnknownError";
  const error = new Error(body["message"] ?? body["Message"] ?? text.slice(0, 200));
  return Object.assign(error, { name, $metadata: { httpStatusCode: status } });
}

function parsed(text: string): Record<string, string | undefined> {
  try {
    return JSON.parse(text) as Record<string, string | undefined>;
  } catch {
    return {};
  }
}
