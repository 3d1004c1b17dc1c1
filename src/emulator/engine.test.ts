import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { BuildMiddleware } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { createAccessKey } from "./access-key.ts";
import { AwsError } from "./aws-error.ts";
import { systemClock } from "./clock.ts";
import { Engine } from "./engine.ts";
import { encodeText, type HttpRequest, type HttpResponse } from "./http-message.ts";
import type { Call, Operation, Service } from "./operation.ts";
import { validationException } from "./refusals/validation-exception.ts";
import { sdkHandler } from "./sdk-handler.ts";
import { openMemoryStore, type Store } from "./store/index.ts";

/** An engine whose one operation, reachable as ssm:GetParameter, is given. */
async function stage(run: (call: Call) => object, advance?: Service["advance"], store: Store = openMemoryStore("1")) {
  const operation: Operation<object, object> = { name: "GetParameter", input: { Name: { max: 100 } }, errors: ["ParameterNotFound"], run: (call) => run(call) };
  const services = [{ id: "ssm", operations: [operation], refuse: validationException, advance }];
  const engine = new Engine({ store, services, clock: systemClock, wallNow: Date.now, throttle: true });
  const credentials = await engine.change((world) => createAccessKey(world, { accountId: "111111111111" }));
  let last: HttpRequest | undefined;
  const requestHandler = sdkHandler((request) => engine.handle((last = request)));
  const client = new SSMClient({ region: "us-east-1", credentials, requestHandler, maxAttempts: 1 });
  const call = (Name = "a"): Promise<unknown> => client.send(new GetParameterCommand({ Name }));
  /** Signs and sends what no client would build. */
  const sendSigned = (headers: Record<string, string>, body?: string): Promise<unknown> => {
    const odd = new SSMClient({ region: "us-east-1", credentials, requestHandler, maxAttempts: 1 });
    const change: BuildMiddleware<object, object> = (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: unknown };
      Object.assign(request.headers, headers);
      request.body = body ?? request.body;
      return next(args);
    };
    odd.middlewareStack.add(change as never, { step: "build" });
    return odd.send(new GetParameterCommand({ Name: "a" }));
  };
  const resend = (change: (request: HttpRequest) => HttpRequest): Promise<HttpResponse> => engine.handle(change(last ?? expect.fail()));
  return { call, resend, sendSigned, engine, world: store.world };
}

const textOf = ({ body }: HttpResponse): string => new TextDecoder().decode(body);

describe("a call", () => {
  it("that fails leaves nothing behind but what AWS did by itself", async () => {
    const { call, world } = await stage(
      (running) => {
        running.world.table("t").put("written", 1);
        running.world.randomId(5);
        throw new AwsError("ParameterNotFound", "no");
      },
      (advancing, now) => advancing.table("t").put("advanced", now),
    );
    await expect(call()).rejects.toMatchObject({ name: "ParameterNotFound" });
    expect([...world.table("t").entries()].map(([key]) => key)).toEqual(["advanced"]);
  });

  it("that the disk refuses leaves nothing behind at all, and is answered", async () => {
    const store = openMemoryStore("1");
    let isFull = false;
    const failing: Store = { ...store, save: (now) => (isFull ? Promise.reject(new Error("disk full")) : store.save(now)) };
    const { call, world } = await stage(
      (running) => (running.world.table("t").put("written", 1), {}),
      (advancing) => advancing.table("t").put("advanced", 1),
      failing,
    );
    isFull = true;
    await expect(call()).rejects.toMatchObject({ name: "InternalFailure", message: expect.stringContaining("disk full") as string });
    expect(world.table("t").size).toBe(0);
    isFull = false;
    await call();
    expect(world.table("t").size).toBe(2);
  });

  it("is saved before it is answered", async () => {
    const store = openMemoryStore("1");
    const order: string[] = [];
    const slow: Store = {
      ...store,
      async save(now) {
        await systemClock.sleep(5);
        await store.save(now);
        order.push("saved");
      },
    };
    const { call } = await stage((running) => (running.world.table("t").put("a", 1), {}), undefined, slow);
    order.length = 0;
    await call();
    order.push("answered");
    expect(order).toEqual(["saved", "answered"]);
  });

  it("runs alone: each sees what those before it did", async () => {
    const { call, world } = await stage((running) => {
      const counter = running.world.table<number>("t");
      counter.put("n", (counter.get("n") ?? 0) + 1);
      return {};
    });
    await Promise.all(Array.from({ length: 50 }, () => call()));
    expect(world.table("t").get("n")).toBe(50);
  });

  it("that runs into a defect is answered as AWS answers its own, and the next one works", async () => {
    let isBroken = true;
    const { call } = await stage(() => {
      if (isBroken) throw new TypeError("oops");
      return {};
    });
    await expect(call()).rejects.toMatchObject({ name: "InternalFailure", message: expect.stringContaining("ssm:GetParameter: oops") as string });
    isBroken = false;
    await expect(call()).resolves.toBeDefined();
  });

  it("sees the same time throughout, and never an earlier one than the call before", async () => {
    const times: number[] = [];
    const { call } = await stage(
      (running) => (times.push(running.now), {}),
      (_world, now) => void times.push(now),
    );
    await call();
    await call();
    expect(times[0]).toBe(times[1]);
    expect(times[2]).toBeGreaterThanOrEqual(times[1] ?? 0);
  });

  it("is checked before it runs", async () => {
    let runs = 0;
    const { call } = await stage(() => (runs++, {}));
    await expect(call("x".repeat(101))).rejects.toMatchObject({ name: "ValidationException" });
    expect(runs).toBe(0);
  });
});

describe("a request that is no call", () => {
  it.each([
    ["an unknown operation", { "x-amz-target": "AmazonSSM.MakeCoffee" }, "UnknownOperationException", "Could not find operation MakeCoffee."],
    ["no operation", { "x-amz-target": "AmazonSSM" }, "UnknownOperationException", "names no operation"],
    ["an unknown target", { "x-amz-target": "Coffee.Make" }, "UnknownOperationException", "finds no operation of ssm in Coffee.Make"],
    ["an operation that is not implemented", { "x-amz-target": "AmazonSSM.StartAutomationExecution" }, "NotImplemented", "ssm:StartAutomationExecution"],
  ])("is refused by name when it asks for %s", async (_what, headers, name, message) => {
    const { sendSigned } = await stage(() => ({}));
    await expect(sendSigned(headers)).rejects.toMatchObject({ name, message: expect.stringContaining(message) as string });
  });

  it("is refused when its body is malformed", async () => {
    const { sendSigned, call } = await stage(() => ({}));
    await expect(sendSigned({}, '{"Name":')).rejects.toMatchObject({ name: "SerializationException" });
    await expect(sendSigned({}, '{"Name":[]}')).rejects.toMatchObject({ name: "SerializationException" });
    await expect(sendSigned({}, `{"Name":${"[".repeat(1_000_000)}`)).rejects.toMatchObject({ name: "SerializationException" });
    await expect(call()).resolves.toBeDefined();
  });

  it("for a service that is not there is refused by its name", async () => {
    const { call, resend } = await stage(() => ({}));
    await call();
    const scopedTo = (request: HttpRequest): string => (request.headers["authorization"] ?? "").replace("/ssm/", "/ec2/");
    const json = await resend((request) => ({ ...request, headers: { ...request.headers, "x-amz-target": "Ec2.Run", authorization: scopedTo(request) } }));
    const query = await resend((request) => ({
      ...request,
      headers: { authorization: scopedTo(request), "content-type": "application/x-www-form-urlencoded" },
      body: encodeText("Action=RunInstances"),
    }));
    expect(textOf(json)).toBe('{"__type":"NotImplemented","message":"landfall\'s emulator does not implement ec2:Run"}');
    expect(textOf(query)).toContain("<Code>NotImplemented</Code><Message>landfall's emulator does not implement ec2:RunInstances</Message>");
  });

  it("is answered when its body is too large or empty", async () => {
    const { call, resend } = await stage(() => ({}));
    await call();
    expect(textOf(await resend((request) => ({ ...request, body: new Uint8Array(10 * 1024 * 1024 + 1) })))).toContain("RequestEntityTooLarge");
    expect(textOf(await resend(() => ({ method: "GET", path: "/", query: {}, headers: {}, body: encodeText("") })))).toContain("MissingAuthenticationToken");
  });

  it("is dated by the wall's clock, because SDKs set their own by it", async () => {
    const { call, resend } = await stage(() => ({}));
    await call();
    const { headers } = await resend((request) => request);
    expect(Math.abs(Date.parse(headers["date"] ?? "") - Date.now())).toBeLessThan(60_000);
  });
});
