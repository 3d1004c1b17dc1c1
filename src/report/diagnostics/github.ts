import type { Diagnostic, Severity } from "../../diagnostics/index.ts";
import { cleanKeepingLines } from "../clean.ts";
import { countLine } from "./human.ts";
import { inOrder } from "./order.ts";
import { shortened } from "./shortened.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };
/** GitHub shows ten of each kind of one step. */
const MOST_OF_EACH = 10;

/** Diagnostics as annotations of a pull request, the most severe first; what GitHub would not show is only counted. */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  const shown = (["error", "warning", "info"] as const).flatMap((severity) => inOrder(diagnostics).filter((one) => one.severity === severity).slice(0, MOST_OF_EACH));
  const left = diagnostics.length - shown.length;
  const lines = [...shown.map((one) => annotation(shortened(one))), ...(left === 0 ? [] : [`and ${left} more, which GitHub would not show`]), ...(diagnostics.length === 0 ? [] : [countLine(diagnostics)])];
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ code, severity, summary, detail, fix, suggestion, place }: Diagnostic): string {
  const question = suggestion === undefined ? undefined : `Did you mean ${suggestion}?`;
  const message = [detail, question, fix === undefined ? undefined : `Fix: ${fix}`].filter((part) => part !== undefined).join("\n");
  const where = place === undefined ? {} : { file: place.file, line: place.line, endLine: place.endLine, col: place.column, endColumn: place.endColumn };
  const properties = Object.entries({ ...where, title: `${code} ${summary}` }).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(",")}::${data(message === "" ? summary : message)}`;
}

/** Source: the escapes of `@actions/core`, which GitHub's page about workflow commands does not list. */
const data = (text: string): string => cleanKeepingLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
