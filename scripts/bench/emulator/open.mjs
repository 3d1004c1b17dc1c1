// Opens a store again, in a process that has done nothing else: `open EMULATOR ACCOUNTS DIR`.
import { pathToFileURL } from "node:url";

const [, , module, accounts, dir] = process.argv;
const { openEmulator } = await import(pathToFileURL(module).href);
const [before, start] = [process.cpuUsage(), performance.now()];
const emulator = await openEmulator({ dir });
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const peak = process.resourceUsage().maxRSS / 1_024;
await emulator.close();

const title = `${Number(accounts).toLocaleString("en-US")} accounts on disk, opened again`;
console.log(JSON.stringify([
  { case: `${title}: time of the processor`, value: (user + system) / 1_000, unit: "ms", note: `${wall.toFixed(0)} by the clock` },
  { case: `${title}: largest memory of the process`, value: peak, unit: "MB", reach: 200, atMost: true },
]));
