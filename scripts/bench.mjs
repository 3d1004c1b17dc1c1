// `npm run bench [-- NAME…] [--json FILE]`: measures, prints tables, and writes the figures to bench-results.json, or to
// FILE. Nothing fails by its speed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { accessBench } from "./bench/access.mjs";
import { emulatorBench } from "./bench/emulator.mjs";
import { organizationsBench } from "./bench/organizations.mjs";
import { policyBench } from "./bench/policy.mjs";

/**
 * Everything that is measured, one file each: `measure` gives rows of `case`, `value` and `unit`, with the `reach` that is
 * aimed at (`atMost` where less is better) and a `note`; or of `case` and why it was `skipped`.
 */
const BENCHES = [policyBench, accessBench, emulatorBench, organizationsBench];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) throw new RangeError(`There is no ${unknown.join(", ")}; there is ${BENCHES.map(({ name }) => name).join(", ")}.`);

const results = [];
for (const bench of BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const busy = loadavg()[0] ?? 0;
  console.log(`\n== ${bench.title} (Node ${process.versions.node}, ${availableParallelism()} processors, ${busy.toFixed(1)} programs running before)\n`);
  const rows = await bench.measure();
  const width = Math.max(...rows.map((row) => row.case.length));
  for (const row of rows) console.log(`${row.case.padEnd(width)}  ${shown(row)}`.trimEnd());
  results.push(...rows.map((row) => ({ bench: bench.name, ...row, met: met(row), node: process.versions.node, busy })));
}
const file = values.json ?? new URL("../bench-results.json", import.meta.url);
writeFileSync(file, `${JSON.stringify([...others(file), ...results].toSorted((a, b) => placeOf(a) - placeOf(b)), null, 2)}\n`);

/** The figures of benches that were not asked for stay. */
function others(path) {
  const measured = new Set(results.map(({ bench }) => bench));
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).filter(({ bench }) => !measured.has(bench)) : [];
}

function placeOf({ bench }) {
  return BENCHES.findIndex(({ name }) => name === bench);
}

/** Undefined where nothing is aimed at, or nothing was measured. */
function met({ value, reach, atMost }) {
  return value === undefined || reach === undefined ? undefined : atMost ? value <= reach : value >= reach;
}

function shown({ value, unit, reach, atMost, note, skipped }) {
  if (skipped !== undefined) return `skipped: ${skipped}`;
  const aim = reach === undefined ? "" : `${met({ value, reach, atMost }) ? "reaches" : "misses"} ${atMost ? "at most" : "at least"} ${written(reach)}`;
  return `${written(value).padStart(9)} ${unit.padEnd(7)} ${[aim, note ?? ""].filter((part) => part !== "").join("; ")}`;
}

function written(figure) {
  return figure >= 100 ? Math.round(figure).toLocaleString("en-US") : String(Number(figure.toPrecision(3)));
}
