import { confine } from "./confine.ts";
import { plain, type PlainTrouble } from "./plain.ts";

/** What the child process sends back, as one line of JSON on file descriptor 3. */
export type RunnerMessage =
  | { readonly kind: "value"; readonly json: string }
  | { readonly kind: "not-plain"; readonly troubles: readonly PlainTrouble[] }
  | {
      readonly kind: "threw";
      readonly name: string;
      readonly message: string;
      readonly code: string;
      /** For a refusal by Node's permission model: what was asked for, and of which file. */
      readonly permission: string;
      readonly resource: string;
      readonly frames: readonly RunnerFrame[];
    }
  | { readonly kind: "unsettled" };

/** A position in the bundle, lines and columns from 1. */
export interface RunnerFrame {
  readonly line: number;
  readonly column: number;
}

/**
 * Runs in the child process: reads the bundle from standard input, evaluates it, and sends its default export back as
 * JSON. Its own source text is what the child gets (`runnerCode`), so it must stand alone: it may use globals and what it
 * is handed, nothing else.
 */
export async function runner(load: (url: string) => Promise<unknown>, toPlain: typeof plain, takeAway: typeof confine): Promise<void> {
    const fs = process.getBuiltinModule("node:fs");
  const exit = process.exit.bind(process);
  const stringify = JSON.stringify;
  const writeSync = fs.writeSync;
  const frames = new WeakMap<object, RunnerFrame[]>();
  let sent = false;

  const send = (message: unknown): void => {
    if (sent) return;
    sent = true;
    const bytes = Buffer.from(`${stringify(message)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(3, bytes, at);
  };

  const threw = (error: unknown): unknown => {
    const held = typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
    const text = (key: string): string => (typeof held[key] === "string" ? held[key].slice(0, 2000) : "");
    // Asking for the stack is what makes the frames known.
    const stack = held["stack"];
    const name = text("name") || typeof stack;
    const message = error === held ? text("message") : String(error).slice(0, 2000);
    return { kind: "threw", name, message, code: text("code"), permission: text("permission"), resource: text("resource"), frames: frames.get(held) ?? [] };
  };

  const code = fs.readFileSync(0);
  takeAway();
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, sites) => {
    const own = sites.filter((site) => (site.getFileName() ?? "").startsWith("data:"));
    frames.set(error, own.map((site) => ({ line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 })));
    return String(error);
  };
  // Thrown where nobody waits, in a timer for example.
  process.on("uncaughtException", (error) => {
    send(threw(error));
    exit(0);
  });
  // Nothing is left to wait for, and there is no value yet: a promise that never settles.
  process.on("beforeExit", () => send({ kind: "unsettled" }));
  try {
    const module = (await load(`data:text/javascript;base64,${code.toString("base64")}`)) as { default?: unknown };
    send(toPlain(await module.default));
  } catch (error) {
    send(threw(error));
  }
  exit(0);
}

/** The source text for `node --eval`. The import is handed in because test tools rewrite `import()`. */
export const runnerCode = (): string => `(${runner.toString()})((url) => import(url), ${plain.toString()}, ${confine.toString()});`;
