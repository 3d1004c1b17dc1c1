// Runs the steps of a test run one after the other, whatever fails, and sums them up.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A program that either succeeds or fails. */
export const commandStep = (title, script, args = []) => ({
  title,
  async run() {
    const { code } = await runNode(process.execPath, [join(root, script), ...args]);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, reasons: [], failures: code === 0 ? [] : [title] };
  },
});

/** A run of vitest, counted test by test. A test that skips itself prints `skipped: REASON`. */
export const vitestStep = (title, args = [], node = process.execPath) => ({
  title,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), "landfall-tests-"));
    const report = join(dir, "report.json");
    try {
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const { code, output } = await runNode(node, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args, ...reporters]);
      return { ...counted(report, code), reasons: reasonsIn(output) };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
});

/** What cannot be tried here, and why. */
export const skippedStep = (title, reason) => ({
  title,
  run: async () => ({ passed: 0, failed: 0, skipped: 1, reasons: [reason], failures: [] }),
});

/** Runs all steps and prints the sums; the last line is `N passed, N failed`, and `, N skipped` where something was. */
export async function runSteps(steps) {
  const rows = [];
  for (const { title, run } of steps) {
    console.log(`\n== ${title}`);
    const start = Date.now();
    const result = await run();
    rows.push({ title, seconds: (Date.now() - start) / 1000, ...result });
  }
  const width = Math.max(...rows.map(({ title }) => title.length));
  console.log("\n== Summary");
  for (const row of rows) console.log(`${row.title.padEnd(width)}  ${row.seconds.toFixed(1).padStart(6)} s  ${sums(row)}`);
  const reasons = [...new Set(rows.flatMap((row) => row.reasons))];
  if (reasons.length > 0) console.log(`\nSkipped, because:\n${reasons.map((reason) => `- ${reason}`).join("\n")}`);
  for (const failure of rows.flatMap(({ failures }) => failures)) console.log(`failed: ${failure}`);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  console.log(`\n${sums({ passed: total("passed"), failed: total("failed"), skipped: total("skipped") })}`);
  process.exitCode = total("failed") === 0 ? 0 : 1;
}

const sums = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;

/** The figures of vitest's report. A file that cannot be loaded and an error outside of any test count as one failure each. */
function counted(report, code) {
  try {
    const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failures = testResults.flatMap(failuresIn);
    if (failures.length === 0 && code !== 0) failures.push("outside of any test");
    return { passed: numPassedTests, failed: failures.length, skipped: numPendingTests + numTodoTests, failures };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ["no report was written"] };
  }
}

/** A line for each failure in a file, with the first line of its message. */
function failuresIn({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const line = (title, text) => `${file}: ${title}: ${(text ?? "").replaceAll(ESCAPES, "").split("\n")[0]}`;
  const failed = assertionResults.filter((test) => test.status === "failed").map((test) => line(test.fullName, test.failureMessages[0]));
  return failed.length === 0 && status === "failed" ? [line("could not be loaded", message)] : failed;
}

// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001b\[[0-9;]*m/g;

const reasonsIn = (output) => [...output.replaceAll(ESCAPES, "").matchAll(/^skipped: (.+)$/gim)].map(([, reason]) => reason);

/** Runs a script in Node, showing its output as it comes. */
function runNode(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        output += text;
        process[stream].write(text);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
