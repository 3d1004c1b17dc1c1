// The memory of `landfall emulator` with an organization of so many accounts, driven over HTTP: `server CLI ACCOUNTS`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { grow, rounds } from "./scenario.mjs";

const sdk = await import("@aws-sdk/client-organizations");
const [, , cli, accounts] = process.argv;
/** So fast that an account, which takes minutes, is there in a moment; AWS's request rates run as fast. */
const SPEED = 50_000;

const child = spawn(process.execPath, [cli, "emulator", "--speed", String(SPEED), "--accounts", accounts], { stdio: ["ignore", "pipe", "ignore"] });
const [text] = await once(child.stdout.setEncoding("utf8"), "data");
const env = Object.fromEntries([...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
const client = new sdk.OrganizationsClient({
  region: env.AWS_DEFAULT_REGION,
  endpoint: env.AWS_ENDPOINT_URL,
  credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY },
  requestHandler: new NodeHttpHandler(),
  maxAttempts: 20,
});
const call = (name, input = {}) => client.send(new sdk[`${name}Command`](input));
const wait = (millis) => delay(Math.ceil(millis / SPEED) + 1);

const root = await grow(call, Number(accounts), wait);
await rounds({ call, root, wait });
const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1_024;
child.kill("SIGTERM");
await once(child, "close");
console.log(JSON.stringify([{ case: `${Number(accounts).toLocaleString("en-US")} accounts in landfall emulator: largest memory of the process`, value: peak, unit: "MB", reach: 200, atMost: true }]));
