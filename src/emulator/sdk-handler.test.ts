import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { HttpRequest as SdkRequest } from "@smithy/protocol-http";
import { describe, expect, it } from "vitest";
import { openEmulator } from "./index.ts";
import { sdkHandler } from "./sdk-handler.ts";

describe("the SDK's request handler", () => {
  it("stops for an abort signal, as a network handler does", async () => {
    const emulator = await openEmulator();
    const { requestHandler, credentials } = emulator;
    const sts = new STSClient({ region: "us-east-1", credentials, requestHandler });
    await expect(sts.send(new GetCallerIdentityCommand({}), { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(emulator.calls().total).toBe(0);
  });

  it("takes bodies as text, bytes or none, and refuses streams", async () => {
    const bodies: string[] = [];
    const handler = sdkHandler(({ body }) => {
      bodies.push(new TextDecoder().decode(body));
      return Promise.resolve({ status: 204, headers: {}, body: new Uint8Array() });
    });
    const send = (body: unknown): Promise<unknown> => handler.handle(new SdkRequest({ body }));
    await send("text");
    await send(new TextEncoder().encode("bytes"));
    await send(undefined);
    expect(bodies).toEqual(["text", "bytes", ""]);
    await expect(send(new ReadableStream())).rejects.toThrow(TypeError);
  });
});
