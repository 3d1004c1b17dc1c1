import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { LandfallError } from "../diagnostics/index.ts";
import { AwsError } from "./aws-error.ts";
import type { Emulator } from "./emulator.ts";
import { encodeText, type HttpRequest, type HttpResponse } from "./http-message.ts";
import { LARGEST_BODY, likelyProtocol, tooLarge } from "./recognize.ts";

export interface ServeOptions {
  /** A free one by default. */
  readonly port?: number;
  /** How long a client may take to send a request, in milliseconds. */
  readonly requestTimeout?: number;
}

export interface EmulatorServer {
  /** What to give clients as endpoint: `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly port: number;
  /** Lets the requests under way end, and cuts what is left after two seconds. The emulator itself stays open. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", LOOPBACK, "[::1]"]);
const LARGEST_DROPPED = 10 * LARGEST_BODY;
const REQUEST_TIMEOUT = 30_000;
const CLOSING_TIMEOUT = 2_000;

/**
 * Serves an emulator over HTTP, to this machine only. Names other than the loopback's in `Host` and pages from
 * elsewhere in `Origin` are refused, so that no web site reaches it through a browser.
 * Throws `LandfallError` LF8007 when the port cannot be used.
 */
export async function serveEmulator(emulator: Emulator, options: ServeOptions = {}): Promise<EmulatorServer> {
  const timeout = options.requestTimeout ?? REQUEST_TIMEOUT;
  const server = createServer({ requestTimeout: timeout, headersTimeout: timeout, connectionsCheckingInterval: Math.min(timeout, 1_000) });
  server.on("request", (request, response) => void serve(emulator, request, response));
  server.on("clientError", refuseGarbage);
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${port}`, port, close: () => close(server) };
}

async function serve(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await answer(emulator, incoming);
    if (response.isCut) outgoing.destroy();
    else send(outgoing, response);
  } catch {
    // The client went away or was too slow; there is nobody to answer.
    incoming.destroy();
  }
}

async function answer(emulator: Emulator, incoming: IncomingMessage): Promise<HttpResponse> {
  const head = headOf(incoming);
  const refusal = strangerOf(incoming);
  if (refusal) return refuse(head, refusal);
  const body = await bodyOf(incoming);
  return body ? emulator.handle({ ...head, body }) : refuse(head, tooLarge());
}

/** An answer that ends the connection. */
function refuse(request: HttpRequest, error: AwsError): HttpResponse {
  const response = likelyProtocol(request).writeError(error, "00000000-0000-0000-0000-000000000000");
  return { ...response, headers: { ...response.headers, connection: "close" } };
}

function headOf(incoming: IncomingMessage): HttpRequest {
  const target = incoming.url ?? "/";
  const at = target.indexOf("?");
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(at < 0 ? "" : target.slice(at))) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  return { method: incoming.method ?? "GET", path: at < 0 ? target : target.slice(0, at), query, headers, body: new Uint8Array() };
}

/** Says no to requests that a browser may have been tricked into. */
function strangerOf({ headers, socket }: IncomingMessage): AwsError | undefined {
  if (!isLoopback(`http://${headers.host ?? ""}`, socket.localPort)) {
    return new AwsError("AccessDeniedException", "landfall's emulator answers only to the names of this machine's loopback.", { status: 403 });
  }
  if (headers.origin !== undefined && !isLoopback(headers.origin)) {
    return new AwsError("AccessDeniedException", "landfall's emulator does not answer web pages from elsewhere.", { status: 403 });
  }
  return undefined;
}

function isLoopback(origin: string, port?: number): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return LOOPBACK_NAMES.has(url.hostname) && (port === undefined || Number(url.port || 80) === port);
}

/**
 * The whole body; undefined when it is too large. The rest of a large one is read and dropped, because a client
 * that is cut while it sends never sees the answer; far beyond the limit it is cut all the same.
 */
function bodyOf(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else if (size > LARGEST_DROPPED) incoming.destroy();
    });
    incoming.on("end", () => resolve(size > LARGEST_BODY ? undefined : Buffer.concat(chunks)));
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("The client went away.")));
  });
}

function send(outgoing: ServerResponse, response: HttpResponse): void {
  outgoing.writeHead(response.status, { ...response.headers, "content-length": response.body.byteLength });
  outgoing.end(response.body);
}

/** What is not HTTP, or comes too slowly, never becomes a request. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const isSlow = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const body = JSON.stringify({ __type: isSlow ? "RequestTimeoutException" : "MalformedHttpRequestException", message: error.message });
  const head = `HTTP/1.1 ${isSlow ? "408 Request Timeout" : "400 Bad Request"}\r\ncontent-type: application/x-amz-json-1.1\r\n`;
  socket.end(`${head}content-length: ${encodeText(body).byteLength}\r\nconnection: close\r\n\r\n${body}`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(port, error)));
    server.listen(port, LOOPBACK, resolve);
  });
}

const cannotListen = (port: number, error: NodeJS.ErrnoException): LandfallError =>
  new LandfallError(
    {
      code: "LF8007",
      severity: "error",
      summary: `The emulator cannot listen on port ${port}: ${error.code === "EADDRINUSE" ? "another program uses it" : error.message}.`,
      fix: "Name another port with --port, or leave it out to get a free one.",
    },
    "failed",
    { cause: error },
  );

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSING_TIMEOUT);
    server.close(() => (clearTimeout(cut), resolve()));
    server.closeIdleConnections();
  });
}
