import type { Screen, Style } from "../report/index.ts";
import { isTelling, type Voice } from "./voice.ts";

/** Where a command speaks: the answer to standard output, everything else to standard error. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Something beside the answer, which `--quiet` leaves out. */
  note(text: string): void;
  /** Something that only `--verbose` and `--debug` tell. */
  detail(text: string): void;
  readonly voice: Voice;
  readonly outStyle: Style;
  readonly errStyle: Style;
  /** Whether somebody is there to be asked. */
  readonly interactive: boolean;
  /** Whether this is a pipeline: nobody types what is advised. */
  readonly automated: boolean;
  /** Whether standard error is a terminal on which lines may be redrawn. */
  readonly live: boolean;
  /** Standard error as progress sees it. */
  readonly screen: Screen;
  /** The answer; after Ctrl-C and at the end of input an empty one, which never is yes. */
  ask(question: string): Promise<string>;
  /** The answer; undefined after Ctrl-C and at the end of input. */
  answer(question: string): Promise<string | undefined>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface TerminalOptions {
  readonly color?: string | boolean;
  readonly input: boolean;
  readonly voice: Voice;
}

/** Width where nobody says: pipes and files. */
const DEFAULT_WIDTH = 100;

export function processTerminal({ color, input, voice }: TerminalOptions): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const unicode = !/^(C|POSIX)$/i.test(env["LC_ALL"] ?? env["LC_CTYPE"] ?? env["LANG"] ?? "");
  const style = (stream: NodeJS.WriteStream): Style => ({
    get width() {
      return Math.max(40, stream.columns ?? DEFAULT_WIDTH);
    },
    color: useColor(stream, color, env),
    unicode: unicode || !stream.isTTY,
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    note: (text) => void (voice === "quiet" || stderr.write(text)),
    detail: (text) => void (isTelling(voice) && stderr.write(text)),
    voice,
    outStyle: style(stdout),
    errStyle: style(stderr),
    interactive: input && stdin.isTTY && stderr.isTTY && !isCi(env),
    automated: isCi(env),
    live: stderr.isTTY && env["TERM"] !== "dumb" && !isCi(env),
    screen: {
      write: (text) => void stderr.write(text),
      get columns() {
        return stderr.columns ?? DEFAULT_WIDTH;
      },
      get rows() {
        return stderr.rows ?? 24;
      },
    },
    ask: async (question) => (await answer(question)) ?? "",
    answer,
    cwd: process.cwd(),
    env,
  };
}

async function answer(question: string): Promise<string | undefined> {
  const { createInterface } = await import("node:readline/promises");
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await readline.question(question);
  } catch (error) {
    // Ctrl-C and Ctrl-D are no answer.
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    process.stderr.write("\n");
    return undefined;
  } finally {
    readline.close();
  }
}

const isCi = (env: NodeJS.ProcessEnv): boolean => env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false";

/** What decided about color, in the order of `useColor`. */
export function colorOrigin(flag: unknown, env: Terminal["env"]): string {
  if (flag === false || flag === "never") return "--color never";
  if (flag === "always") return "--color always";
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return "NO_COLOR";
  return env["FORCE_COLOR"] === undefined ? "by the kind of output" : "FORCE_COLOR";
}

/** Color: the flag decides, then NO_COLOR and FORCE_COLOR, then whether this is a terminal. */
function useColor(stream: NodeJS.WriteStream, flag: string | boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  if (flag === false || flag === "never") return false;
  if (flag === "always") return true;
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return stream.isTTY && env["TERM"] !== "dumb";
}
