// Runs a simulation from standard input over and over with the iam-simulate that is installed in a folder: `program FOLDER`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , home] = process.argv;
const found = createRequire(join(home, "package.json")).resolve("@cloud-copilot/iam-simulate");
const { runSimulation } = await import(pathToFileURL(found).href);
const simulation = JSON.parse(readFileSync(0, "utf8"));
const { overallResult, errors } = await runSimulation(simulation, {});
if (errors !== undefined) throw new RangeError(JSON.stringify(errors));

async function during(milliseconds) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let done = 0;
  for (; performance.now() - start < milliseconds; done += 1) await runSimulation(simulation, {});
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (done * 1000) / (performance.now() - start), processor: (done * 1_000_000) / (user + system) };
}

await during(2000);
const runs = [];
for (let run = 0; run < 5; run += 1) runs.push(await during(1000));
const [, , middle] = runs.toSorted((a, b) => a.processor - b.processor);
console.log(JSON.stringify({ ...middle, result: overallResult }));
