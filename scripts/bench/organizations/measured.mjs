// Runs a command as a user would, from its start to its end, and measures it.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("server.mjs", import.meta.url));

/** An embedded AWS in a process of its own. */
export async function startAws(emulator, options) {
  const child = fork(SERVER, [emulator, JSON.stringify(options)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [{ url, credentials }] = await once(child, "message");
  const env = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(options.throttle ? {} : { LANDFALL_THROTTLES: "off" }),
  };
  // The first answer of a fresh process takes longer than any other, which AWS's does not.
  await fetch(url).then((answer) => answer.text());
  return {
    env,
    async calls() {
      child.send("calls");
      return (await once(child, "message"))[0];
    },
    async close() {
      child.send("close");
      await once(child, "exit");
    },
  };
}

/** Seconds by the clock and of processors, its own children included, and the largest memory in MB. */
export async function timed(program, args, { env, cwd, limit }) {
  const before = processorOfChildren();
  const start = performance.now();
  const child = spawn(process.execPath, [...(limit === undefined ? [] : [`--max-old-space-size=${limit}`]), program, ...args], { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let [output, peak] = ["", 0];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const watching = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 20);
  const [code] = await once(child, "close");
  clearInterval(watching);
  const seconds = (performance.now() - start) / 1_000;
  return { code, output, seconds, processor: processorOfChildren() - before, memory: peak };
}

/** What the children of this process took that have ended; Linux counts in hundredths of a second. */
function processorOfChildren() {
  if (!existsSync("/proc/self/stat")) return Number.NaN;
  const [user, system] = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ").slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

/** The most memory a process has had so far, in MB. */
function memoryOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1_024;
  } catch {
    return 0;
  }
}
