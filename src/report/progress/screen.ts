import type { Emit } from "../../diagnostics/index.ts";
import type { Clock } from "../../limits/index.ts";
import type { Sections } from "./sections.ts";

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
  /** Says something to the user in between, without disturbing what is redrawn. */
  note(text: string): void;
  /** Ends the view and leaves the screen as it was found; may be called more than once. */
  close(): void;
}

export interface ProgressOptions {
  /** Paces drawing and heartbeats. Default: the wall's clock, whatever clock the run goes by. */
  readonly wall?: Clock;
  /** Repeat each failure with its fix at the end. Default: false, for callers that then draw the diagnostics themselves. */
  readonly failures?: boolean;
  /** Folds the changes of an apply in the log of a CI system. */
  readonly sections?: Sections;
  /** Tell also how far each change is, and each call that is made again. */
  readonly steps?: boolean;
}
