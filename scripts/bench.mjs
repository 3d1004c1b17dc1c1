// `npm run bench [-- NAME…]`: measures, prints a table and writes bench-results.json. Never part of the tests.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { policyBench } from "./bench/policy.mjs";
import { root } from "./steps.mjs";

/** A bench is { name, title, measure }; measure() gives rows { case, value, unit, reach?, atMost?, note? } or { case, skipped }. */
const BENCHES = [policyBench];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${BENCHES.map((bench) => bench.name).join(", ")}.`);
  process.exit(64);
}

const rows = [];
for (const { name, title, measure } of BENCHES) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`== ${title}`);
  for (const row of await measure()) rows.push({ bench: name, ...judged(row) });
}
print(rows);
writeFileSync(join(root, "bench-results.json"), `${JSON.stringify(rows, null, 2)}\n`);
console.log("\nRates are per second of one thread's processor time; the clock's stand beside them, and differ on a busy machine.");
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load ${loadavg().map((load) => load.toFixed(1)).join(" ")}. Written to bench-results.json.`);

/** `reach` is to be reached from below, or not to be passed where `atMost` is set. */
function judged(row) {
  if (row.skipped !== undefined || row.reach === undefined) return row;
  return { ...row, met: row.atMost === true ? row.value <= row.reach : row.value >= row.reach };
}

function print(list) {
  const shown = list.map((row) => [
    row.case,
    row.skipped === undefined ? amount(row.value, row.unit) : "skipped",
    row.reach === undefined ? "" : `${row.atMost === true ? "≤" : "≥"} ${amount(row.reach, row.unit)}`,
    row.met === undefined ? "" : row.met ? "met" : "NOT MET",
    row.skipped ?? row.note ?? "",
  ]);
  const table = [["case", "value", "reach", "", "note"], ...shown];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column].length)));
  console.log();
  for (const [name, value, reach, met, note] of table) {
    console.log(`${name.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${reach.padStart(widths[2])}  ${met.padEnd(widths[3])}  ${note}`.trimEnd());
  }
}

function amount(value, unit) {
  const digits = value >= 100 ? 0 : 2;
  return `${value.toLocaleString("en-US", { maximumFractionDigits: digits })} ${unit}`;
}
