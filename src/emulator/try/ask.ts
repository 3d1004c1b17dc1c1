import { type Diagnostic, LandfallError } from "../../diagnostics/index.ts";
import { TRY_SERVICE, TRY_TARGET } from "./door.ts";
import type { Tried, TryQuestion } from "./question.ts";

/** In milliseconds. */
const PATIENCE = 30_000;

/** Where an embedded AWS listens, and the profile with its key; the SDK's usual search for credentials without one. */
export interface EmulatorPlace {
  readonly url: string;
  readonly profile?: string;
}

/**
 * Asks an embedded AWS that runs elsewhere.
 * @throws LandfallError LF8010, LF8011 as `tryAction`, LF8012 when nothing there answers such questions.
 */
export async function askEmulator({ url, profile }: EmulatorPlace, question: TryQuestion): Promise<Tried> {
  if (!URL.canParse(url)) throw noEmulator(url, "that is no URL");
  const [{ SignatureV4 }, { Sha256 }, { HttpRequest }, { fromNodeProviderChain }] = await Promise.all([
    import("@smithy/signature-v4"),
    import("@aws-crypto/sha256-js"),
    import("@smithy/protocol-http"),
    import("@aws-sdk/credential-providers"),
  ]);
  const { protocol, hostname, port, host } = new URL(url);
  const headers = { host, "content-type": "application/json", "x-amz-target": TRY_TARGET };
  const request = new HttpRequest({ method: "POST", protocol, hostname, port: port === "" ? undefined : Number(port), path: "/", headers, body: JSON.stringify(question) });
  const signer = new SignatureV4({ service: TRY_SERVICE, region: "us-east-1", credentials: fromNodeProviderChain({ profile }), sha256: Sha256 });
  const signed = await signer.sign(request);
  const { host: _host, ...sent } = signed.headers;
  const response = await fetch(url, { method: "POST", headers: sent, body: request.body as string, signal: AbortSignal.timeout(PATIENCE) }).catch((error: unknown) => {
    throw noEmulator(url, reasonOf(error));
  });
  const answer = parsed(await response.text());
  if (response.ok && answer.explanation !== undefined) return answer as Tried;
  if (answer.diagnostics !== undefined) throw new LandfallError(answer.diagnostics, "usage");
  throw noEmulator(url, answer.message ?? answer.Message ?? `it answers ${response.status}`);
}

/** What went wrong with a connection stands in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : "it cannot be reached";
}

interface Answer extends Partial<Tried> {
  readonly diagnostics?: readonly Diagnostic[];
  readonly Message?: string;
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

const noEmulator = (url: string, why: string): LandfallError =>
  new LandfallError({ code: "LF8012", severity: "error", summary: `No embedded AWS answers at ${url}: ${why}.`, fix: "Start one with landfall emulator, and give the address and the key that it prints; or ask the rehearsal of this organization with --local." });
