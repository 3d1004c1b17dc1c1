import type { Diagnostic, Severity } from "../../diagnostics/index.ts";
import { byText } from "../json.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors, then warnings, then notes; within them by file and position, and those without a place last. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      Number(a.place === undefined) - Number(b.place === undefined) ||
      byText(a.place?.file ?? "", b.place?.file ?? "") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byText(a.code, b.code) ||
      byText(a.summary, b.summary),
  );
}
