import type { HttpRequest } from "@smithy/protocol-http";
import { describe, expect, it } from "vitest";
import { openEmulator } from "../emulator/index.ts";
import { connect, explainAwsError, type RequestHandler } from "./index.ts";

/** An AWS that answers Control Tower's reads with what is given, by path. */
function answering(answers: Readonly<Record<string, { status?: number; headers?: Record<string, string>; body: object }>>): { handler: RequestHandler; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const handle = async (request: HttpRequest): Promise<unknown> => {
    asked.push(request);
    const { status = 200, headers = {}, body } = answers[request.path] ?? { status: 404, body: {} };
    return { response: { statusCode: status, headers, body: (async function* () { yield Buffer.from(JSON.stringify(body)); })() } };
  };
  return { asked, handler: { handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) } as unknown as RequestHandler };
}

const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
const clock = { now: Date.now, sleep: async () => {} };

describe("Control Tower's reads", () => {
  it("are signed, counted, and asked in the home Region", async () => {
    const { handler, asked } = answering({ "/list-landingzones": { body: { landingZones: [{ arn: "arn:aws:controltower:eu-west-1:111111111111:landingzone/1" }] } } });
    const aws = connect({ homeRegion: "eu-west-1", clock, requestHandler: handler, credentials });
    expect((await (await aws.controlTower()).listLandingZones({})).landingZones).toHaveLength(1);
    expect(asked[0]?.hostname).toBe("controltower.eu-west-1.amazonaws.com");
    expect(asked[0]?.headers["authorization"]).toMatch(/Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/controltower\/aws4_request/);
    expect(aws.calls()).toEqual({ "controltower:ListLandingZones": 1 });
  });

  it("LF7003: fail with AWS's own words where they are denied", async () => {
    const { handler } = answering({ "/list-enabled-baselines": { status: 403, headers: { "x-amzn-errortype": "AccessDeniedException:http://x" }, body: { message: "no" } } });
    const aws = connect({ homeRegion: "eu-west-1", clock, requestHandler: handler, credentials });
    const error: unknown = await (await aws.controlTower()).listEnabledBaselines({}).catch((thrown: unknown) => thrown);
    expect(explainAwsError(error)?.diagnostics[0]?.summary).toBe("AWS refused controltower:ListEnabledBaselines: the credentials may not do it.");
  });

  it("are refused by name by the embedded AWS, which has no Control Tower", async () => {
    const emulator = await openEmulator();
    const aws = connect({ homeRegion: "eu-west-1", clock: emulator.clock, requestHandler: emulator.requestHandler, credentials: emulator.credentials });
    await expect((await aws.controlTower()).listLandingZones({})).rejects.toMatchObject({ name: "NotImplemented", message: expect.stringContaining("does not implement controltower") as string });
    expect(Math.abs(aws.skew() ?? 0)).toBe(0);
    await (await aws.sts()).getCallerIdentity({});
    expect(Math.abs(aws.skew() ?? Number.NaN)).toBeLessThan(2_000);
    await emulator.close();
  });
});
