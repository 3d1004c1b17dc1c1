// How many calls one client of the AWS SDK gets answered in process, one after the other: `calls EMULATOR`.
import { pathToFileURL } from "node:url";
import * as sdk from "@aws-sdk/client-organizations";
import { HttpResponse } from "@smithy/protocol-http";

const CALLS = 10_000;
const { openEmulator } = await import(pathToFileURL(process.argv[2]).href);
const started = performance.now();
const emulator = await openEmulator({ throttle: false });
const opened = performance.now() - started;
const clientOf = (requestHandler) => new sdk.OrganizationsClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler });
const client = clientOf(emulator.requestHandler);
await client.send(new sdk.CreateOrganizationCommand({}));
const accountId = emulator.managementAccountId;
const canned = new TextEncoder().encode(JSON.stringify(await client.send(new sdk.DescribeOrganizationCommand({}))));
const sdkAlone = clientOf({
  ...emulator.requestHandler,
  handle: async () => ({ response: new HttpResponse({ statusCode: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: canned }) }),
});

/** Calls a second by the wall's clock, and by the processor time that the process took. */
async function rate(call) {
  for (let i = 0; i < 1_000; i++) await call(i);
  const [before, start] = [process.cpuUsage(), performance.now()];
  for (let i = 0; i < CALLS; i++) await call(i);
  const { user, system } = process.cpuUsage(before);
  return { wall: CALLS / ((performance.now() - start) / 1_000), processor: CALLS / ((user + system) / 1e6) };
}

const describe = await rate(() => client.send(new sdk.DescribeOrganizationCommand({})));
const write = await rate((i) => client.send(new sdk.TagResourceCommand({ ResourceId: accountId, Tags: [{ Key: "n", Value: String(i) }] })));
const alone = await rate(() => sdkAlone.send(new sdk.DescribeOrganizationCommand({})));

let signed;
const capturing = clientOf({ ...emulator.requestHandler, handle: (request, options) => emulator.requestHandler.handle((signed = request), options) });
await capturing.send(new sdk.DescribeOrganizationCommand({}));
const without = await rate(() => emulator.requestHandler.handle(signed));

const row = (name, { wall, processor }, reach) => ({ case: name, value: processor, unit: "calls/s", ...(reach === undefined ? {} : { reach }), note: `${Math.round(wall).toLocaleString("en-US")} by the clock` });

console.log(JSON.stringify([
  { case: "openEmulator in memory", value: opened, unit: "ms" },
  row("one client in process, DescribeOrganization", describe, 2_000),
  row("one client in process, TagResource", write, 2_000),
  row("the same client against a fixed answer: what the SDK takes", alone),
  row("one signed request again and again, without the SDK: what the emulator takes", without, 4_000),
]));
