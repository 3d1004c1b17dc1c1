import type { Diagnostic, Emit } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { diagnosticEvent, diagnosticsHuman, linesProgress, liveProgress, ndjsonProgress, type Progress, quietProgress, sectionsIn } from "../report/index.ts";
import type { Flags } from "./flags.ts";
import type { Terminal } from "./terminal.ts";
import { TOOL } from "./version.ts";
import { isTelling } from "./voice.ts";

/** The progress of a run as the terminal and the flags want it. It begins once there is a clock to go by. */
export interface ProgressView {
  readonly emit: Emit;
  /** Whether standard output carries events for a program. */
  readonly machine: boolean;
  start(clock: Clock): void;
  /** Says something without disturbing rows that are being redrawn. */
  readonly note: (text: string) => void;
  /** Tells what went wrong: as events where a program reads, else as text. */
  fail(diagnostics: readonly Diagnostic[]): void;
  close(): void;
}

export function startProgress(flags: Flags, terminal: Terminal): ProgressView {
  const machine = flags.text("format") === "ndjson";
  let progress: Progress | undefined;
  return {
    machine,
    emit: (event) => progress?.emit(event),
    start(clock) {
      if (machine) progress = ndjsonProgress({ ...terminal.screen, write: (text) => terminal.out(text) }, TOOL, clock);
      else progress = terminal.voice === "quiet" ? quietProgress(terminal.screen, terminal.errStyle, clock) : terminal.live && !isTelling(terminal.voice) ? liveProgress(terminal.screen, terminal.errStyle, clock) : linesProgress(terminal.screen, terminal.errStyle, clock, { sections: sectionsIn(terminal.env), steps: isTelling(terminal.voice) });
    },
    note: (text) => (progress === undefined ? terminal.err(`${text}\n`) : progress.note(text)),
    fail(diagnostics) {
      if (machine) for (const diagnostic of diagnostics) progress?.emit(diagnosticEvent(diagnostic));
      else terminal.err(diagnosticsHuman(diagnostics, terminal.errStyle, { counts: false, full: true }));
    },
    close: () => progress?.close(),
  };
}
