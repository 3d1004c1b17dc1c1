import type { Diagnostic } from "../../diagnostics/index.ts";
import { enveloped } from "../json.ts";
import { inOrder } from "./order.ts";

/** All diagnostics as `landfall.diagnostics/1`, in the order of the screen. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], tool: string): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.filter((diagnostic) => diagnostic.severity === "warning").length;
  return enveloped({ format: "landfall.diagnostics/1", tool }, { errors, warnings, diagnostics: inOrder(diagnostics) });
}
