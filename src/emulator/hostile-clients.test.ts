import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmulator, serveEmulator, type Emulator, type EmulatorServer } from "./index.ts";

const OUTSIDE = Object.values(networkInterfaces()).flat().find((address) => address?.family === "IPv4" && !address.internal)?.address;
const MEGABYTE = 1024 * 1024;

let emulator: Emulator;
let server: EmulatorServer;

beforeAll(async () => {
  emulator = await openEmulator({ throttle: false });
  server = await serveEmulator(emulator, { requestTimeout: 2_000 });
});

afterAll(async () => {
  await server.close();
  await emulator.close();
});

const isAlive = async (): Promise<void> => {
  const sts = new STSClient({ region: "us-east-1", endpoint: server.url, credentials: emulator.credentials });
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111111111111");
};

/** Opens a connection, writes what a slow client would have sent by then, and waits until it is cut; the server's last words. */
function slowly(text: string): { readonly socket: Socket; readonly answer: Promise<string> } {
  const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
  const answer = new Promise<string>((resolve) => {
    let words = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
    socket.on("error", () => undefined).on("close", () => resolve(words));
  });
  return { socket, answer };
}

/** A signature that looks right as far as its scope. */
const scope = (service: string): string => `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`;

function send(headers: Record<string, string>, body: Buffer): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: server.port, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

describe("the server of the emulator", () => {
  it.runIf(OUTSIDE !== undefined)("does not listen to the network", async () => {
    const reached = await new Promise<string>((resolve) => {
      const socket = connect(server.port, OUTSIDE, () => resolve("connected"));
      socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    });
    expect(reached).toBe("ECONNREFUSED");
  });

  it.each([
    ["AWS JSON", { "x-amz-target": "AWSOrganizationsV20161128.CreatePolicy", "content-type": "application/x-amz-json-1.1" }, '"__type":"'],
    ["AWS query", { "content-type": "application/x-www-form-urlencoded" }, "<Error>"],
  ])("answers a body of exactly 10 MB in %s with an error of that form", async (_protocol, headers, form) => {
    const { status, body } = await send(headers, Buffer.alloc(10 * MEGABYTE, "a"));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toContain(form);
    await isAlive();
  });

  it.each([
    ["REST XML, as of S3", "GET /bucket?list-type=2", { authorization: scope("s3") }, /<Code>NotImplemented<.*does not implement s3/s],
    ["REST JSON, as of Lambda", "GET /2015-03-31/functions", { authorization: scope("lambda") }, /errortype: NotImplemented.*"message":"landfall's emulator does not implement lambda"/is],
    ["EC2's query", "POST /", { authorization: scope("ec2"), "content-type": "application/x-www-form-urlencoded" }, /<Code>NotImplemented<.*does not implement ec2/s],
    ["RPC v2 CBOR", "POST /service/CloudWatch/operation/ListMetrics", { authorization: scope("monitoring"), "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" }, /NotImplemented.*does not implement monitoring/s],
    ["GraphQL", "POST /graphql", { "content-type": "application/graphql" }, /MissingAuthenticationToken/],
    ["WebSocket", "GET /", { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", "sec-websocket-version": "13" }, /MissingAuthenticationToken/],
  ] as const)("refuses %s by an error of AWS's form", async (_protocol, target, headers, form) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const { answer, socket } = slowly(`${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${lines.join("")}Content-Length: 0\r\n\r\n`);
    setTimeout(() => socket.end(), 300);
    expect(await answer).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(await answer).toMatch(form);
    await isAlive();
  });

  it("refuses HTTP/2 as no request", async () => {
    expect(await slowly("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").answer).toMatch(/^HTTP\/1.1 4\d\d .*"__type":"/s);
    await isAlive();
  });

  it("answers others at once while many clients dawdle over their headers and bodies, and cuts those", async () => {
    const dawdlers = Array.from({ length: 200 }, (_, i) =>
      slowly(i % 2 === 0 ? `POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Slow: a` : `POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 1000\r\n\r\na`),
    );
    const trickle = setInterval(() => dawdlers.forEach(({ socket }) => socket.writable && socket.write("b")), 200);
    for (let i = 0; i < 20; i++) await isAlive();
    const answers = await Promise.all(dawdlers.map(({ answer }) => answer));
    clearInterval(trickle);
    expect(answers.filter((answer) => answer.includes("408 Request Timeout") && answer.includes("RequestTimeoutException")).length).toBeGreaterThan(0);
    await isAlive();
  });
});
