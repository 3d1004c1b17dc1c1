import { confine } from "./confine.ts";
import type { RunnerFrame } from "./message.ts";
import { plainWriter } from "./plain.ts";
import { projectFiles } from "./project-files.ts";
import { projectReads } from "./project-reads.ts";
import type { Answer, Question } from "./question.ts";

interface Parts {
  readonly load: (url: string) => Promise<unknown>;
  readonly plainWriter: typeof plainWriter;
  readonly confine: typeof confine;
  readonly projectReads: typeof projectReads;
  readonly projectFiles: typeof projectFiles;
}

/**
 * Runs in the child process: reads the bundle from standard input, evaluates it, and sends its default export back as
 * JSON. Its own source text is what the child gets (`runnerCode`), so it must stand alone: it may use globals and what it
 * is handed, nothing else. What it needs after the user's code has run is taken before.
 */
export async function runner(parts: Parts): Promise<void> {
  const fs = process.getBuiltinModule("node:fs");
  const { readFileSync, readSync, writeSync } = fs;
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  const exit = process.exit.bind(process);
  const { stringify, parse } = JSON;
  const bufferOf = Buffer.from.bind(Buffer) as (text: string) => Buffer;
  const [alloc, concat] = [Buffer.alloc.bind(Buffer) as (size: number) => Buffer, Buffer.concat.bind(Buffer)];
  const { apply } = Reflect;
  const method = (holder: object, name: string): ((...given: unknown[]) => unknown) => Reflect.get(holder, name) as () => unknown;
  const [get, set] = [method(WeakMap.prototype, "get"), method(WeakMap.prototype, "set")];
  const slice = method(String.prototype, "slice");
  const text = String;
  const toPlain = parts.plainWriter();
  const frames = new WeakMap<object, RunnerFrame[]>();
  let sent = false;

  const put = (fd: number, message: unknown): void => {
    const bytes = bufferOf(`${stringify(message)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  };

  const send = (message: unknown): void => {
    if (sent) return;
    sent = true;
    put(3, message);
  };

  // One answer to one question, so a line ends where what was read ends.
  const ask = (question: Question): Answer => {
    put(4, question);
    const chunks: Buffer[] = [];
    for (;;) {
      const chunk = alloc(65_536);
      const read = readSync(4, chunk);
      chunks[chunks.length] = chunk.subarray(0, read);
      if (read === 0 || chunk[read - 1] === 10) return parse(concat(chunks).toString("utf8")) as Answer;
    }
  };

  const threw = (error: unknown): unknown => {
    const held = typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
    const field = (key: string): string => {
      const value = held[key];
      return typeof value === "string" ? (apply(slice, value, [0, 2000]) as string) : "";
    };
    // Asking for the stack is what makes the frames known.
    const stack = held["stack"];
    const name = field("name") || typeof stack;
    const message = error === held ? field("message") : (apply(slice, text(error), [0, 2000]) as string);
    return { kind: "threw", name, message, code: field("code"), permission: field("permission"), resource: field("resource"), frames: apply(get, frames, [held]) ?? [] };
  };

  const code = readFileSync(0).toString("base64");
  const denied = (permission: string, resource: string): Error =>
    Object.assign(new Error("Access to this API has been restricted"), { code: "ERR_ACCESS_DENIED", permission, resource });
  parts.confine(parts.projectFiles(parts.projectReads(ask, denied, fileURLToPath), denied, fs));
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, sites) => {
    const own = sites.filter((site) => (site.getFileName() ?? "").startsWith("data:"));
    apply(set, frames, [error, own.map((site) => ({ line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 }))]);
    return text(error);
  };
  // Thrown where nobody waits, in a timer for example.
  process.on("uncaughtException", (error) => {
    send(threw(error));
    exit(0);
  });
  // Nothing is left to wait for, and there is no value yet: a promise that never settles.
  process.on("beforeExit", () => send({ kind: "unsettled" }));
  try {
    const module = (await parts.load(`data:text/javascript;base64,${code}`)) as { default?: unknown };
    send(toPlain(await module.default));
  } catch (error) {
    send(threw(error));
  }
  exit(0);
}

/** The source text for `node --eval`. The import is handed in because test tools rewrite `import()`. */
export const runnerCode = (): string =>
  `(${runner.toString()})({ load: (url) => import(url), plainWriter: ${plainWriter.toString()}, confine: ${confine.toString()}, projectReads: ${projectReads.toString()}, projectFiles: ${projectFiles.toString()} });`;
