import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmulator, serveEmulator, type Emulator, type EmulatorServer } from "./index.ts";

let emulator: Emulator;
let server: EmulatorServer;

beforeAll(async () => {
  emulator = await openEmulator();
  server = await serveEmulator(emulator);
});

afterAll(async () => {
  await server.close();
  await emulator.close();
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends what no SDK would send. */
function send(options: { readonly headers?: Record<string, string>; readonly body?: string | Buffer } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: server.port, method: "POST", headers: options.headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on("error", reject);
    outgoing.end(options.body ?? "");
  });
}

const isAlive = async (): Promise<void> => {
  const sts = new STSClient({ region: "us-east-1", endpoint: server.url, credentials: emulator.credentials });
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111111111111");
};

describe("the emulator over HTTP", () => {
  it("answers SDK clients of both protocols", async () => {
    const organizations = new OrganizationsClient({ region: "eu-west-1", endpoint: server.url, credentials: emulator.credentials });
    const { Organization } = await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    expect(Organization?.MasterAccountId).toBe("111111111111");
    await isAlive();
  });

  it("answers to localhost, but to no other name", async () => {
    const own = await send({ headers: { host: `localhost:${server.port}` } });
    const other = await send({ headers: { host: `evil.example:${server.port}` } });
    const otherPort = await send({ headers: { host: "127.0.0.1:1" } });
    expect(own.body).toContain("MissingAuthenticationToken");
    expect([other.status, otherPort.status]).toEqual([403, 403]);
    expect(other.body).toContain("AccessDeniedException");
  });

  it("refuses web pages from elsewhere", async () => {
    expect(await send({ headers: { origin: "https://evil.example" } })).toMatchObject({ status: 403 });
    expect(await send({ headers: { origin: "null" } })).toMatchObject({ status: 403 });
    expect((await send({ headers: { origin: "http://localhost:5173" } })).body).toContain("MissingAuthenticationToken");
  });

  it("answers a body over 10 MB with an error of AWS's form, announced or not, and lives on", async () => {
    const body = Buffer.alloc(11 * 1024 * 1024, "a");
    const headers = { "x-amz-target": "AmazonSSM.PutParameter" };
    const announced = await send({ headers: { ...headers, "content-length": String(body.length) }, body });
    const streamed = await send({ headers: { ...headers, "transfer-encoding": "chunked" }, body });
    expect(announced).toMatchObject({ status: 413, body: expect.stringContaining('"__type":"RequestEntityTooLarge"') as string });
    expect(streamed).toMatchObject({ status: 413, body: expect.stringContaining('"__type":"RequestEntityTooLarge"') as string });
    await isAlive();
  });

  it("cuts a client that sends without end", async () => {
    const headers = { "transfer-encoding": "chunked" };
    await expect(send({ headers, body: Buffer.alloc(120 * 1024 * 1024) })).rejects.toThrow(/ECONNRESET|EPIPE|hang up/);
    await isAlive();
  });

  it("cuts a client that sends too slowly, and lives on", async () => {
    const impatient = await serveEmulator(emulator, { requestTimeout: 100 });
    const answer = await raw(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${impatient.port}\r\nContent-Length: 5\r\n\r\nab`, impatient.port);
    expect(answer).toContain("408 Request Timeout");
    expect(answer).toContain("RequestTimeoutException");
    await impatient.close();
    await isAlive();
  });

  it("answers what is not HTTP, and lives on", async () => {
    expect(await raw("\u0000\u0001 not HTTP at all\r\n\r\n")).toContain("400 Bad Request");
    await isAlive();
  });

  it("outlives clients that hang up in the middle", async () => {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 50\r\n\r\nab`);
    await delay(20);
    socket.destroy();
    await isAlive();
  });

  it("says when a port is taken", async () => {
    await expect(serveEmulator(emulator, { port: server.port })).rejects.toMatchObject({ diagnostics: [{ code: "LF8007" }] });
  });

  it("closes while clients keep their connections open", async () => {
    const another = await serveEmulator(emulator);
    const sts = new STSClient({ region: "us-east-1", endpoint: another.url, credentials: emulator.credentials });
    await sts.send(new GetCallerIdentityCommand({}));
    await another.close();
    await expect(fetch(another.url)).rejects.toThrow();
  });
});

/** Writes bytes and reads until the server hangs up. */
function raw(text: string, port = server.port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.on("end", () => socket.end()).on("close", () => resolve(answer)).on("error", reject);
  });
}
