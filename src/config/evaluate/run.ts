import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Duplex, Readable } from "node:stream";
import { answer } from "./answer.ts";
import type { Question } from "./question.ts";
import { isMessage, type RunnerMessage } from "./message.ts";
import { runnerCode } from "./runner.ts";

export interface RunOptions {
  /** The folder whose files the code may read; absolute. */
  readonly project: string;
  readonly timeoutMillis: number;
}

export type RunOutcome = RunnerMessage | { readonly kind: "timeout" } | { readonly kind: "memory" } | { readonly kind: "ended"; readonly how: string };

export interface Run {
  readonly outcome: RunOutcome;
  /** What the code printed, at most 64 KB. */
  readonly output: string;
}

const HEAP_MEGABYTES = 512;
const MEMORY_BYTES = 1_500_000_000;
const OUTPUT_BYTES = 65_536;
const MESSAGE_BYTES = 128_000_000;
const QUESTION_CHARACTERS = 1_000_000;

/** A child process that waits for code. */
export interface Runner {
  /** Once. */
  evaluate(code: string): Promise<Run>;
  /** Ends it, where there is nothing to evaluate. */
  stop(): void;
}

/**
 * Starts a child process that evaluates a bundle with an empty environment; it takes a while to come up, so it may be
 * started before the bundle is made.
 *
 * What Node enforces, 20 to 24: no files at all, no programs, no workers, no native addons. Files of the project come
 * from landfall itself, which follows symbolic links before it answers (`answer`). What Node does not enforce: the network
 * has no permission before Node 25. Everything that leads there is taken away instead (`refusedModule`, `confine`); that
 * is a wall in JavaScript, not one of Node's. Memory outside the heap is only watched on Linux.
 */
export function startRunner({ project, timeoutMillis }: RunOptions): Runner {
  const child = spawnRunner(project);
  const [stdin, stdout, stderr, results, files] = child.stdio as unknown as [NodeJS.WritableStream, Readable, Readable, Readable, Duplex];
  let killed: "timeout" | "memory" | undefined;
  const kill = (why: "timeout" | "memory"): void => {
    killed ??= why;
    child.kill("SIGKILL");
  };
  const printed = collect([stdout, stderr], OUTPUT_BYTES, () => {});
  const message = collect([results], MESSAGE_BYTES, () => kill("memory"));
  answerAll(files, project, () => kill("memory"));
  // The child may be gone before it has read all.
  stdin.on("error", () => {});
  const end = ended(child);
  // It is looked at when something is to be evaluated.
  end.catch(() => {});
  return {
    stop: () => void child.kill("SIGKILL"),
    async evaluate(code) {
      const timer = setTimeout(() => kill("timeout"), timeoutMillis);
      const watch = setInterval(() => void residentBytes(child.pid).then((bytes) => bytes > MEMORY_BYTES && kill("memory")), 100);
      try {
        stdin.end(code);
        const how = await end;
        const output = printed();
        if (killed !== undefined) return { outcome: { kind: killed }, output };
        return { outcome: parse(message()) ?? (OUT_OF_MEMORY.has(how) ? { kind: "memory" } : { kind: "ended", how }), output };
      } finally {
        clearTimeout(timer);
        clearInterval(watch);
      }
    },
  };
}

function spawnRunner(project: string): ReturnType<typeof spawn> {
  const permission = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";
  const flags = [permission, "--disallow-code-generation-from-strings", `--max-old-space-size=${HEAP_MEGABYTES}`, "--no-warnings"];
  // Windows starts no program without this variable.
  const env = process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] ?? "" } : {};
  return spawn(process.execPath, [...flags, "--input-type=module", "--eval", runnerCode()], { cwd: project, env, stdio: ["pipe", "pipe", "pipe", "pipe", "pipe"] });
}

/** How a process ends whose heap is full. */
const OUT_OF_MEMORY = new Set(["by signal SIGABRT", "by signal SIGTRAP", "with exit code 134"]);

function ended(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal === null ? `with exit code ${code}` : `by signal ${signal}`));
  });
}

/** Gathers what streams give, up to a limit; the answer gives the text so far. */
function collect(streams: readonly Readable[], limit: number, beyond: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (const stream of streams) {
    stream.on("error", () => {});
    stream.on("data", (chunk: Buffer) => {
      if (size < limit) chunks.push(chunk.subarray(0, limit - size));
      size += chunk.length;
      if (size > limit) beyond();
    });
  }
  return () => Buffer.concat(chunks).toString("utf8");
}

/** Memory a process holds, where the system tells: Linux. 0 elsewhere. Source: proc(5), statm; pages of 4 KiB. */
async function residentBytes(pid: number | undefined): Promise<number> {
  if (process.platform !== "linux" || pid === undefined) return 0;
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(pages.split(" ")[1] ?? 0) * 4096;
}

/** Answers the questions of the code about files, line by line. */
function answerAll(files: Duplex, project: string, beyond: () => void): void {
  let open = "";
  files.setEncoding("utf8");
  files.on("error", () => {});
  files.on("data", (chunk: string) => {
    open += chunk;
    if (open.length > QUESTION_CHARACTERS) return beyond();
    for (let end = open.indexOf("\n"); end >= 0; end = open.indexOf("\n")) {
      const question = parsed(open.slice(0, end));
      open = open.slice(end + 1);
      files.write(`${JSON.stringify(isQuestion(question) ? answer(question, project) : { kind: "refused" })}\n`);
    }
  });
}

function isQuestion(value: unknown): value is Question {
  if (typeof value !== "object" || value === null) return false;
  const { ask, path } = value as Partial<Record<string, unknown>>;
  return typeof path === "string" && ["file", "list", "stat", "link", "real"].includes(String(ask));
}

/** The file's own code could write here too; what is not a message of the runner counts as none. */
function parse(text: string): RunnerMessage | undefined {
  const message = parsed(text);
  return isMessage(message) ? message : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
