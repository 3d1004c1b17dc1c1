import { explainAwsError } from "../aws/index.ts";
import { EXIT_CODES, type ExitReason } from "../diagnostics/index.ts";
import { diagnosticEvent, diagnosticsHuman, eventLine } from "../report/index.ts";
import { inContext } from "./context.ts";
import type { Flags } from "./flags.ts";
import type { Terminal } from "./terminal.ts";
import { TOOL } from "./version.ts";

/** Whether a program reads standard output event by event. */
const isStream = (flags: Flags): boolean => flags.text("format") === "ndjson";

/** Errors of the user and of AWS as landfall's own; anything else is a defect, and looks like one. */
export function tell(error: unknown, terminal: Terminal, flags: Flags): ExitReason {
  const explained = explainAwsError(error);
  if (explained !== undefined) {
    const diagnostics = explained.diagnostics.map((diagnostic) => (diagnostic.fix === undefined ? diagnostic : { ...diagnostic, fix: inContext(diagnostic.fix, flags) }));
    if (isStream(flags)) for (const diagnostic of diagnostics) terminal.out(eventLine(diagnosticEvent(diagnostic), TOOL, Date.now()));
    else terminal.err(diagnosticsHuman(diagnostics, terminal.errStyle, { counts: false }));
    if (terminal.voice === "debug") terminal.detail(`\n${traceOf(error)}\n`);
    return explained.reason;
  }
  terminal.err(`This is a defect of ${TOOL}, not of your file. Please report it with the lines below.\n\n${traceOf(error)}\n`);
  return "defect";
}

/** Where an error arose, and what it rests on. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nbecause of ${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** The end of a stream of events, so that its reader need not know the exit code. */
export function tellEnd(reason: ExitReason, terminal: Terminal): void {
  terminal.out(eventLine({ name: "command.end", reason, exitCode: EXIT_CODES[reason] }, TOOL, Date.now()));
}
