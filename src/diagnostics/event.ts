import type { Address } from "../ids/index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { ExitReason } from "./exit.ts";

/**
 * What the core says while it works. The core never prints: renderers in `report` draw these,
 * and `--format ndjson` writes them as they are. Names are stable; fields are only added.
 */
export type Event =
  | { readonly name: "observe.start" }
  | { readonly name: "observe.end"; readonly calls: number; readonly items: number; readonly millis: number }
  | { readonly name: "plan.made"; readonly changes: number; readonly unchanged: number; readonly unmanaged: number; readonly drifted: number; readonly dangers: readonly Address[]; readonly yours: readonly Address[]; readonly leastSeconds: number; readonly calls: number; readonly notWritten?: readonly string[] }
  | { readonly name: "apply.start"; readonly run: string; readonly changes: number }
  | { readonly name: "change.start"; readonly address: Address; readonly action: string }
  | { readonly name: "change.progress"; readonly address: Address; readonly text: string }
  | { readonly name: "change.done"; readonly address: Address; readonly action: string; readonly millis: number }
  | { readonly name: "change.failed"; readonly address: Address; readonly action: string; readonly summary: string; readonly code: string }
  | { readonly name: "change.skipped"; readonly address: Address; readonly action: string; readonly because: Address }
  | { readonly name: "call.retried"; readonly operation: string; readonly error: string; readonly attempt: number }
  | { readonly name: "apply.end"; readonly done: number; readonly failed: number; readonly skipped: number; readonly calls: number; readonly millis: number }
  /** Something to tell a person in between. */
  | { readonly name: "note"; readonly text: string }
  /** What went wrong, whole: why, and what to do. */
  | ({ readonly name: "diagnostic" } & Omit<Diagnostic, "path">)
  /** The last event: why the command ended, and with which code. */
  | { readonly name: "command.end"; readonly reason: ExitReason; readonly exitCode: number };

export type Emit = (event: Event) => void;
