// The figures of the embedded AWS: how soon it is ready, how many calls it answers, how large an organization it carries.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundleForBench, programForBench } from "./bundle.mjs";
import { median } from "./median.mjs";

const STARTS = 5;
/** Megabytes. */
const HEAP = 128;
const QUIET = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
const part = (name) => fileURLToPath(new URL(`emulator/${name}.mjs`, import.meta.url));

export const emulatorBench = {
  name: "emulator",
  title: "The embedded AWS",
  async measure() {
    const [emulator, cli] = [await bundleForBench("src/emulator/index.ts", "emulator"), await programForBench()];
    const stores = mkdtempSync(join(tmpdir(), "landfall-bench-"));
    try {
      return [
        ...(await ready(cli)),
        ...(await worker("calls", emulator)),
        ...(await worker("organization", emulator, "10000")),
        ...(await worker("organization", emulator, "10000", join(stores, "10000"))),
        ...(await worker("open", emulator, "10000", join(stores, "10000"))),
        ...(await worker("server", cli, "10000")),
        ...(await worker("organization", emulator, "50000")),
      ];
    } finally {
      rmSync(stores, { recursive: true, force: true });
    }
  },
};

/**
 * Runs one part in a process of its own; it prints its rows as JSON. The heap is held small where memory is measured:
 * otherwise V8 lets the garbage of the SDK lie for as long as the machine has room.
 */
async function worker(name, ...args) {
  const limit = name === "organization" && args[1] === "10000" ? [`--max-old-space-size=${HEAP}`] : [];
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", ...limit, part(name), ...args], { env: QUIET, maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/** From the start of the program to its first words, and to the first answer of a server that has just begun. */
async function ready(cli) {
  const [times, processor] = [[], []];
  for (let i = 0; i < STARTS; i++) {
    const start = performance.now();
    const child = spawn(process.execPath, [cli, "emulator"], { env: QUIET, stdio: ["ignore", "pipe", "ignore"] });
    const [text] = await once(child.stdout.setEncoding("utf8"), "data");
    const [, url] = /^export AWS_ENDPOINT_URL=(\S+)$/m.exec(text) ?? [];
    await fetch(`${url}/`, { method: "POST" });
    times.push(performance.now() - start);
    processor.push(processorTime(child.pid));
    child.kill("SIGTERM");
    await once(child, "close");
  }
  const note = `${median(processor)} of a processor, and ${Math.min(...times).toFixed(0)} at best`;
  return [{ case: `landfall emulator: from its start to its first answer, median of ${STARTS}`, value: median(times), unit: "ms", reach: 300, atMost: true, note }];
}

/** What a process has taken so far, in milliseconds; Linux counts in hundredths of a second. */
function processorTime(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
