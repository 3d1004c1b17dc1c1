// Builds an organization of so many accounts in process and calls everything on it: `organization EMULATOR ACCOUNTS [DIR]`.
import { pathToFileURL } from "node:url";
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { CreateRoleCommand, GetAccountAuthorizationDetailsCommand, IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { median } from "../median.mjs";
import { Stopwatch } from "./stopwatch.mjs";
import { grow, rounds, walk } from "./scenario.mjs";

const sdk = await import("@aws-sdk/client-organizations");
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "sts:AssumeRole" }] });
const [, , module, count, dir] = process.argv;
const accounts = Number(count);
const { openEmulator, manualClock } = await import(pathToFileURL(module).href);
const clock = manualClock(Date.now());
const watch = new Stopwatch();
const emulator = await openEmulator({ clock, dir, throttle: false, accountLimit: accounts, seed: "bench" });
const config = { region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
const clients = {
  organizations: new sdk.OrganizationsClient(config),
  tagging: new ResourceGroupsTaggingAPIClient(config),
  iam: new IAMClient(config),
  sts: new STSClient(config),
};
const call = (name, input = {}) => watch.time(name, () => clients.organizations.send(new sdk[`${name}Command`](input)));

const start = performance.now();
const root = await grow(call, accounts, (millis) => clock.advance(millis));
const seconds = (performance.now() - start) / 1_000;
const ids = await rounds({ call, root, wait: (millis) => clock.advance(millis) });
await walk((input) => watch.time("GetResources", () => clients.tagging.send(new GetResourcesCommand(input))), { ResourceTypeFilters: ["organizations:account"], ResourcesPerPage: 100 }, "PaginationToken");
for (const RoleName of ["a", "b", "c"]) {
  await watch.time("CreateRole", () => clients.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST })));
}
await watch.time("GetAccountAuthorizationDetails", () => clients.iam.send(new GetAccountAuthorizationDetailsCommand({})));
for (const id of ids.slice(1, 100)) {
  const RoleArn = `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;
  await watch.time("AssumeRole", () => clients.sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "bench" })));
}
globalThis.gc?.();
const memory = process.memoryUsage();
const peak = process.resourceUsage().maxRSS / 1_024;
await emulator.close();

const where = dir === undefined ? "in memory" : "on disk";
const title = `${accounts.toLocaleString("en-US")} accounts ${where}`;
const [slowest, byTheClock] = [watch.slowest("processor"), watch.slowest("wall")];
const rows = [
  { case: `${title}: built, account by account`, value: seconds, unit: "s" },
  { case: `${title}: calls made`, value: watch.total, unit: "calls" },
  {
    case: `${title}: slowest call, ${slowest.name}`,
    value: slowest.processor,
    unit: "ms",
    ...(accounts === 10_000 ? { reach: 50, atMost: true } : {}),
    note: `of a processor; by the clock, with all else that ran: ${byTheClock.name}, ${byTheClock.wall.toFixed(0)}`,
  },
  { case: `${title}: 99.9 % of the calls`, value: median(watch.times("processor"), 0.999), unit: "ms" },
  { case: `${title}: largest memory of the process, SDK included`, value: peak, unit: "MB", ...(accounts === 10_000 ? { reach: 200, atMost: true } : {}) },
  { case: `${title}: of it the world and the program, collected`, value: memory.heapUsed / 2 ** 20, unit: "MB" },
];
if (process.env["BENCH_OPERATIONS"] !== undefined) console.error(watch.table());
console.log(JSON.stringify(rows));
