import { figure } from "../diagnostics/index.ts";
import type { CallLog, LoggedCall } from "../emulator/index.ts";
import { type Cell, cleanText, count, type Mark, pad, paint, type Style, table } from "../report/index.ts";

/** Wide enough for most operations; a longer one pushes its line's rest to the right. */
const OPERATION_WIDTH = 44;

/** One call of the emulator in one line: its time, what was asked by whom, the decision, the error, how long it took. */
export function callLine({ at, operation, principal, decision, error, status, milliseconds }: LoggedCall, style: Style): string {
  const time = new Date(at).toISOString().slice(11, 23);
  const failure = error ?? (status === 0 ? "connection cut" : undefined);
  const outcome = [decision, failure].filter((part) => part !== undefined).join(", ");
  const mark: Mark | undefined = failure === undefined ? undefined : "error";
  return `${paint(style, "dim", time)}  ${pad(operation, OPERATION_WIDTH)}  ${cleanText(principal ?? "nobody")}  ${paint(style, mark, outcome)}  ${milliseconds.toFixed(1)} ms\n`;
}

/** How many calls of each operation there were, and how many of them failed; the most frequent first. */
export function callTable({ counts, failures, total }: CallLog, style: Style): string {
  if (total === 0) return "Nobody called.\n";
  const rows = Object.entries(counts)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([operation, calls]): readonly Cell[] => [
      { text: operation },
      { text: figure(calls) },
      { text: failures[operation] === undefined ? "" : `${figure(failures[operation])} failed` },
    ]);
  return `\n${count(total, "call")}:\n${table(rows, style).join("\n")}\n`;
}
