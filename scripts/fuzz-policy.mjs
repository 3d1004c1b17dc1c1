// Compares the two evaluators of AWS authorization on random policies and requests, for as long as one likes:
// node scripts/fuzz-policy.mjs [--count N] [--seed S] [--minutes M] [--most D]. Exits 4 when they differ.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { root } from "./steps.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    minutes: { type: "string", default: "Infinity" },
    most: { type: "string", default: "1" },
  },
});
const [count, seed, minutes, mostDifferences] = [values.count, values.seed, values.minutes, values.most].map(Number);

const dir = mkdtempSync(join(tmpdir(), "landfall-fuzz-"));
try {
  const outfile = join(dir, "fuzz.mjs");
  const contents = 'export * from "./test/fuzz/policy.ts"; export * from "./test/fuzz/tell-difference.ts";';
  await build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, format: "esm", platform: "node", target: "node20.19", outfile, logLevel: "warning" });
  const { fuzzPolicy, tellDifference } = await import(pathToFileURL(outfile).href);

  console.log(`seed ${seed}, up to ${count.toLocaleString("en")} decisions${minutes === Infinity ? "" : ` or ${minutes} minutes`}`);
  const start = performance.now();
  const { compared, outcomes, differences } = fuzzPolicy({ seed, count, mostDifferences, isOver: () => performance.now() - start > minutes * 60_000 });
  const seconds = (performance.now() - start) / 1000;
  for (const difference of differences) console.log(tellDifference(difference));
  console.log(`${compared.toLocaleString("en")} decisions compared in ${seconds.toFixed(0)} s, seed ${seed}: ${differences.length} differences`);
  console.log(Object.entries(outcomes).map(([outcome, times]) => `${outcome} ${((100 * times) / compared).toFixed(1)} %`).join(", "));
  process.exitCode = differences.length > 0 ? 4 : 0;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
