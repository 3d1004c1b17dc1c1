import type { Emit } from "../../diagnostics/index.ts";

/** What progress is written to: a terminal, a pipe, or a text in a test. */
export interface Screen {
  write(text: string): void;
  /** As they are now: a terminal may be resized while it is written to. */
  readonly columns: number;
  readonly rows: number;
}

/** A view of a run. */
export interface Progress {
  /** Takes each event as it happens. */
  readonly emit: Emit;
  /** Ends the view and leaves the screen as it was found; may be called more than once. */
  close(): void;
}
