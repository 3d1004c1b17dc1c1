// Expectations proven and the access difference, with the processor's time beside the clock's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../load.mjs";
import { wideOrganization, withWideEdit } from "./access/wide.mjs";
import { bundleForBench, programForBench } from "./bundle.mjs";
import { median } from "./median.mjs";
import { startAws, timed } from "./organizations/measured.mjs";
import { organizationFile } from "./organizations/shape.mjs";

const RUNS = 5;
/** Which rows to measure, by name; for trying one out. */
const ONLY = process.env.LANDFALL_BENCH_ROWS?.split(",");
const EXPORTS = 'export { accessDifference, accessModel } from "./src/access/index.ts"; export { expand } from "./src/inventory/index.ts"; export { loadCatalog } from "./src/policy/index.ts";';

export const accessBench = {
  name: "access",
  title: "Expectations and the access difference",
  async measure() {
    const dir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
    try {
      const rows = [];
      for (const [name, part] of Object.entries({ check, difference, plan })) {
        if (ONLY === undefined || ONLY.includes(name)) rows.push(...(await part(dir)));
      }
      return rows;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** The program from its start to its end. */
async function check(dir) {
  const program = await programForBench("access-program");
  const home = join(dir, "full");
  mkdirSync(home);
  await done(program, ["init", "--blueprint", "full", "--name", "bench", "--email", "aws+{account}@bench.example", "--home-region", "eu-west-1"], { cwd: home });
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await done(program, ["check"], { cwd: home }));
  const { output } = await done(program, ["test"], { cwd: home });
  return [row("check of full with all expectations", runs, 1.5, output.trim().split("\n").at(-1))];
}

/** Both models and what is between them, in a process that has not done it before. */
async function difference() {
  const runs = [];
  let last;
  for (let i = 0; i < RUNS; i++) {
    const { accessDifference, accessModel, expand, loadCatalog } = await load(EXPORTS, "access");
    const [before, after] = [false, true].map((edited) => expand(wideOrganization(1_000, { edited })));
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const model = (inventory) => accessModel(inventory, { homeRegion: "eu-west-1" });
    last = accessDifference(model(before), model(after), await loadCatalog());
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ seconds: (performance.now() - start) / 1_000, processor: (user + system) / 1_000_000 });
  }
  const { lost, gained, requests, classes } = last;
  const found = `${lost.length} lines lost and ${gained.length} gained, ${requests.toLocaleString("en-US")} requests in ${classes} classes of accounts`;
  return [row("access difference of one SCP edit, 1,000 accounts, much gained and lost", runs, 2, found)];
}

/** The plan as a user makes it, with 10,000 accounts to read and the same wide edit to judge. */
async function plan(dir) {
  const [program, emulator] = [await programForBench("access-program"), await bundleForBench("src/emulator/index.ts", "access-emulator")];
  const home = join(dir, "huge");
  mkdirSync(home);
  const write = (edited) => writeFileSync(join(home, "landfall.config.json"), JSON.stringify(withWideEdit(JSON.parse(organizationFile(10_000)), edited)));
  const aws = await startAws(emulator, { accounts: 20_000 });
  try {
    write(false);
    for (let tries = 0; tries < 5; tries++) if ((await timed(program, ["apply", "--yes"], { cwd: home, env: aws.env })).code === 0) break;
    write(true);
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push(await done(program, ["plan"], { cwd: home, env: aws.env }));
    const told = /\n *(\S[^\n]*lose[^\n]*)/.exec(runs[0].output)?.[1] ?? "no difference is told";
    return [row("plan for 10,000 accounts with its access difference, no latency", runs, 8, `${Math.round(Math.max(...runs.map(({ memory }) => memory)))} MB at most; ${told}`)];
  } finally {
    await aws.close();
  }
}

async function done(program, args, options) {
  const ended = await timed(program, args, options);
  if (ended.code !== 0) throw new RangeError(`landfall ${args.join(" ")} ended with ${ended.code}:\n${ended.output.slice(-2_000)}`);
  return ended;
}

/** The middle of several runs by the clock, which is what somebody waits, and beside it what a processor worked. */
function row(name, runs, reach, note) {
  const of = (key) => median(runs.map((run) => run[key]));
  return { case: name, value: of("seconds"), unit: "s", reach, atMost: true, note: `${of("processor").toFixed(2)} s of a processor; ${note}` };
}
