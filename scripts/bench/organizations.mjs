// Whole organizations: planned and applied by the program as it is published, against the embedded AWS over HTTP.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleForBench, programForBench } from "./bundle.mjs";
import { median } from "./median.mjs";
import { startAws, timed } from "./organizations/measured.mjs";
import { organizationFile } from "./organizations/shape.mjs";

/** In milliseconds, put before each call. */
const LATENCY = 100;
const STARTS = 31;
/** Reading changes nothing, so it is measured this often, and the middle one counts. */
const READINGS = 5;
/** The same shape on a look-alike of AWS; these programs cannot be run here. */
const RIVALS = {
  create30: "org-formation 28.6 s, 263 calls; Alchemy 6.1 s, 500 calls; measured elsewhere",
  create300: "org-formation 203 s, 1,883 calls; Alchemy 19.4 s, 3,620 calls; neither keeps to five creations; measured elsewhere",
  noChange: "org-formation never reads; Alchemy's drift check 12.0 s, 1,900 calls; measured elsewhere",
  edit: "org-formation 18.0 s; Alchemy 3.2 s without reading; measured elsewhere",
  throttled: "Alchemy's calls take over 122 s by AWS's limits; measured elsewhere",
};
const [PLAN, APPLY] = [["plan", "--detailed-exitcode"], ["apply", "--yes"]];
/** Which rows to measure, by name; for trying one out. */
const ONLY = process.env.LANDFALL_BENCH_ROWS?.split(",");

export const organizationsBench = {
  name: "organizations",
  title: "Whole organizations, 100 ms on each call",
  async measure() {
    const program = await programForBench();
    const emulator = await bundleForBench("src/emulator/index.ts", "emulator");
    const dir = mkdtempSync(join(tmpdir(), "landfall-bench-"));
    const bench = { program, emulator, dir, home: join(dir, "project") };
    mkdirSync(bench.home);
    try {
      const rows = [];
      for (const [name, part] of Object.entries({ small, large, throttled, huge, version })) {
        if (ONLY === undefined || ONLY.includes(name)) rows.push(...(await part(bench)));
      }
      return rows;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function small(bench) {
  return withAws(bench, { latency: LATENCY }, async (aws) => onCase("create 30 accounts", await run(bench, aws, 30, APPLY), { seconds: 2.8, calls: 120, rivals: RIVALS.create30 }));
}

async function large(bench) {
  return withAws(bench, { latency: LATENCY }, async (aws) => [
    ...onCase("create 300 accounts", await run(bench, aws, 300, APPLY), { seconds: 15, calls: 720, rivals: RIVALS.create300 }),
    ...onCase("no change, 300 accounts, really read", await read(bench, aws, 300), { seconds: 1.5, calls: 60, rivals: RIVALS.noChange }),
    ...onCase("edit one SCP, 300 accounts", await run(bench, aws, 300, APPLY, { edited: true }), { seconds: 2.2, rivals: RIVALS.edit }),
  ]);
}

async function throttled(bench) {
  const store = join(bench.dir, "throttled");
  await withAws(bench, { dir: store }, (aws) => run(bench, aws, 300, APPLY));
  return withAws(bench, { dir: store, throttle: true }, async (aws) =>
    onCase("no change, 300 accounts, AWS's throttles on, no added latency", await run(bench, aws, 300, PLAN), { seconds: 8, rivals: RIVALS.throttled }));
}

async function huge(bench) {
  return withAws(bench, {}, async (aws) => {
    await run(bench, aws, 10_000, APPLY);
    const name = "plan for 10,000 accounts, no latency";
    const done = await run(bench, aws, 10_000, PLAN);
    // At AWS's rates landfall asks for the one list of accounts, in pages of twenty, instead of for that of each OU.
    const counts = { ...done.counts, "organizations:ListAccountsForParent": 0, "organizations:ListAccounts": Math.ceil(10_001 / 20) };
    const rows = onCase(name, done, { seconds: 5 });
    return [...rows, { case: `${name}: largest memory`, value: done.memory, unit: "MB", reach: 600, atMost: true, note: `AWS's own rates make these calls take ${Math.ceil(await floorOf(counts))} s at least` }];
  });
}

async function version({ program, home }) {
  const [ours, node] = [[], []];
  for (let i = 0; i < STARTS; i++) {
    ours.push(await timed(program, ["--version"], { cwd: home }));
    node.push(await timed("-e", ["0"], { cwd: home }));
  }
  const middle = (runs, key) => median(runs.map((one) => one[key]));
  const note = `median of ${STARTS}; ${middle(ours, "processor").toFixed(2)} s of a processor; node -e 0 beside it takes ${middle(node, "seconds").toFixed(3)} s`;
  return [{ case: "landfall --version", value: middle(ours, "seconds"), unit: "s", reach: 0.15, atMost: true, note }];
}

async function withAws({ emulator }, options, use) {
  const aws = await startAws(emulator, { accounts: 20_000, ...options });
  try {
    return await use(aws);
  } finally {
    await aws.close();
  }
}

/** The middle one of several readings. */
async function read(bench, aws, accounts) {
  const all = [];
  for (let i = 0; i < READINGS; i++) all.push(await run(bench, aws, accounts, PLAN));
  return all.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(READINGS / 2)];
}

async function run({ program, home }, aws, accounts, args, shape) {
  writeFileSync(join(home, "landfall.config.json"), organizationFile(accounts, shape));
  await aws.calls();
  const done = await timed(program, args, { cwd: home, env: aws.env });
  if (done.code !== 0) throw new RangeError(`landfall ${args.join(" ")} ended with ${done.code}:\n${done.output}`);
  const asked = await aws.calls();
  if (process.env.BENCH_OPERATIONS !== undefined) console.error(asked, done.output.slice(-2_000));
  return { ...done, ...asked };
}

function onCase(name, { seconds, calls, processor, mostCreations, trips }, { seconds: reach, calls: most, rivals }) {
  const inFlight = mostCreations === 0 ? [] : [`${mostCreations} creations in flight at most`];
  const notes = [`${trips} round trips in turn and ${processor.toFixed(2)} s of a processor`, ...inFlight, ...(rivals === undefined ? [] : [rivals])];
  return [
    { case: name, value: seconds, unit: "s", reach, atMost: true, note: notes.join("; ") },
    { case: `${name}: calls`, value: calls, unit: "calls", ...(most === undefined ? {} : { reach: most, atMost: true }) },
  ];
}

/** Seconds that AWS's published rates leave for so many calls, each operation on its own. */
async function floorOf(counts) {
  const { load } = await import("../load.mjs");
  const { ORGANIZATIONS_THROTTLES } = await load('export { ORGANIZATIONS_THROTTLES } from "./src/limits/index.ts";', "throttles");
  const seconds = Object.entries(counts).map(([name, count]) => {
    const bucket = ORGANIZATIONS_THROTTLES[name.split(":").at(-1)]?.account;
    return bucket === undefined ? 0 : (count - bucket.burst) / bucket.rate;
  });
  return Math.max(0, ...seconds);
}
