import type { Diagnostic } from "./diagnostic.ts";
import type { ExitReason } from "./exit.ts";

/** The one error landfall throws on purpose: it carries diagnostics and the reason for the exit code. */
export class LandfallError extends Error {
  override readonly name = "LandfallError";
  readonly diagnostics: readonly Diagnostic[];
  readonly reason: ExitReason;

  constructor(diagnostics: Diagnostic | readonly Diagnostic[], reason: ExitReason = "failed", options?: ErrorOptions) {
    const list = Array.isArray(diagnostics) ? (diagnostics as readonly Diagnostic[]) : [diagnostics as Diagnostic];
    super(list.map((diagnostic) => `${diagnostic.code} ${diagnostic.summary}`).join("\n"), options);
    this.diagnostics = list;
    this.reason = reason;
  }
}
