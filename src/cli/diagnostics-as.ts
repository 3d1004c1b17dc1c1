import { isAbsolute, posix } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { diagnosticsGithub, diagnosticsJson, diagnosticsJunit, diagnosticsMarkdown, diagnosticsSarif } from "../report/index.ts";
import type { Flags } from "./flags.ts";
import { TOOL, VERSION } from "./version.ts";

/** Findings in a form that a program reads, by the name of `--format`; undefined for the human form. */
export function diagnosticsAs(flags: Flags, found: readonly Diagnostic[], file: string): string | undefined {
  const format = flags.text("format");
  const diagnostics = format === "github" || format === "sarif" ? found.map((one) => fromWhereItRuns(one, flags.text("chdir"))) : found;
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

/** Code hosts look for files from the folder that a pipeline runs in, and not from the one that --chdir goes to. */
function fromWhereItRuns(diagnostic: Diagnostic, chdir: string | undefined): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined || chdir === undefined || isAbsolute(place.file)) return diagnostic;
  return { ...diagnostic, place: { ...place, file: posix.join(chdir.replaceAll("\\", "/"), place.file.replaceAll("\\", "/")) } };
}
