import type { Diagnostic } from "../diagnostics/index.ts";
import { diagnosticsGithub, diagnosticsJson, diagnosticsJunit, diagnosticsMarkdown, diagnosticsSarif } from "../report/index.ts";
import { TOOL, VERSION } from "./version.ts";

/** Findings in a form that a program reads, by the name of `--format`; undefined for the human form. */
export function diagnosticsAs(format: string | undefined, diagnostics: readonly Diagnostic[], file: string): string | undefined {
  switch (format) {
    case "json":
      return diagnosticsJson(diagnostics, TOOL);
    case "sarif":
      return diagnosticsSarif(diagnostics, VERSION);
    case "junit":
      return diagnosticsJunit(diagnostics, file);
    case "github":
      return diagnosticsGithub(diagnostics);
    case "markdown":
      return diagnosticsMarkdown(diagnostics, file);
    default:
      return undefined;
  }
}
