import { CODES, type Diagnostic } from "../diagnostics/index.ts";
import type { Waiver } from "../organization/index.ts";

/**
 * The diagnostics with those that are waived told as remarks, and the waivers that cover nothing (LF2116). What AWS would
 * refuse cannot be waived, and a waiver that has ended waives nothing; a rule speaks about it.
 */
export function waived(found: readonly Diagnostic[], waivers: readonly Waiver[], today?: string): Diagnostic[] {
  if (waivers.length === 0) return [...found];
  const current = waivers.map((waiver, index) => ({ waiver, index })).filter(({ waiver }) => !hasEnded(waiver, today));
  const used = new Set<Waiver>();
  const told = found.map((diagnostic) => {
    const covering = current.find(({ waiver }) => covers(waiver, diagnostic))?.waiver;
    if (covering === undefined) return diagnostic;
    used.add(covering);
    return { ...diagnostic, severity: "info" as const, detail: `Waived by ${covering.owner} until ${covering.until}: ${covering.reason}` };
  });
  return [...told, ...current.filter(({ waiver }) => !used.has(waiver)).map(({ waiver, index }) => idle(waiver, index))];
}

/** Whether a waiver's last day lies before today. Days in this form sort as text. */
export const hasEnded = ({ until }: Waiver, today: string | undefined): boolean => today !== undefined && until < today;

const covers = ({ code, at }: Waiver, diagnostic: Diagnostic): boolean =>
  diagnostic.code === code && diagnostic.severity !== "error" && (at === undefined || at === diagnostic.address);

const idle = ({ code, at }: Waiver, index: number): Diagnostic => ({
  code: "LF2116",
  severity: "warning",
  summary: `The waiver of ${code}${at === undefined ? "" : ` at ${at}`} covers no warning.`,
  ...(CODES.get("LF2116")?.fix === undefined ? {} : { fix: CODES.get("LF2116")?.fix }),
  path: ["waivers", index],
});
