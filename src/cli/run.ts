import { CommanderError } from "commander";
import { EXIT_CODES, type ExitReason, LandfallError } from "../diagnostics/index.ts";
import type { Command } from "./command.ts";
import { Flags } from "./flags.ts";
import { buildProgram } from "./program.ts";
import { COMMANDS } from "./registry.ts";
import { processTerminal } from "./terminal.ts";
import { requireOneVoice, voiceOf } from "./voice.ts";

/** Runs one command line and returns its exit code. The only place where a reason becomes a number. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  endQuietlyOnClosedPipe();
  return EXIT_CODES[await run(argv)];
}

/** A reader that has enough, such as `head`, is no failure; a full disk behind the pipe is one. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT_CODES.done : EXIT_CODES.failed));
  }
}

async function run(argv: readonly string[]): Promise<ExitReason> {
  let reason: ExitReason = "done";
  const program = buildProgram(async (command, args, values) => {
    reason = await invoke(command, args, values);
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    reason = error.exitCode === 0 ? "done" : await refuse(error, argv);
  }
  return reason;
}

/** A command line that cannot be understood, told in the form of all errors. */
async function refuse({ message }: CommanderError, argv: readonly string[]): Promise<ExitReason> {
  const [, what = "", suggestion] = /^(?:error: )?([^]*?)(?:\n?\(Did you mean (?:one of )?(.*?)\?\))?$/.exec(message) ?? [];
  const words = argv.slice(0, Math.max(0, argv.findIndex((word) => word.startsWith("-"))));
  const verb = COMMANDS.find(({ name }) => words.join(" ").startsWith(name) || argv[0] === name)?.name;
  const summary = `${what.charAt(0).toUpperCase()}${what.slice(1)}${/[.!?]$/.test(what) ? "" : "."}`;
  const error = new LandfallError({ code: "LF9009", severity: "error", summary, ...(suggestion === undefined ? {} : { suggestion }), fix: `See what it takes:\n\nlandfall ${verb === undefined ? "" : `${verb} `}--help` }, "usage");
  const terminal = processTerminal({ color: argv.includes("--no-color") ? false : undefined, input: false, voice: voiceOf(new Flags({})) });
  return (await import("./tell.ts")).tell(error, terminal, new Flags({}));
}

async function invoke(command: Command, args: readonly (string | undefined)[], values: Readonly<Record<string, unknown>>): Promise<ExitReason> {
  const flags = new Flags(values);
  const chdir = flags.text("chdir");
  const terminal = processTerminal({ color: values["color"] as string | boolean | undefined, input: values["input"] !== false, voice: voiceOf(flags) });
  const act = async (): Promise<ExitReason> => {
    requireOneVoice(flags);
    if (chdir !== undefined) changeFolder(chdir);
    const action = await command.load();
    return action.act({ args, flags, commands: COMMANDS, terminal: { ...terminal, cwd: process.cwd() } });
  };
  const reason = await act().catch(async (error: unknown) => (await import("./tell.ts")).tell(error, terminal, flags));
  if (flags.text("format") === "ndjson") (await import("./tell.ts")).tellEnd(reason, terminal);
  return reason;
}

function changeFolder(dir: string): void {
  try {
    process.chdir(dir);
  } catch (error) {
    throw new LandfallError({ code: "LF9002", severity: "error", summary: `There is no folder ${dir} to work in.`, fix: "Correct --chdir." }, "usage", { cause: error });
  }
}
