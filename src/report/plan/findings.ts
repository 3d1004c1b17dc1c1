import { CODES, type Diagnostic, figure, isError } from "../../diagnostics/index.ts";
import { clean } from "../clean.ts";
import { diagnosticsHuman } from "../diagnostics/human.ts";
import { inOrder } from "../diagnostics/order.ts";
import { groupBy } from "../group.ts";
import { hang } from "../layout.ts";
import { list } from "../list.ts";
import { paint, type Style } from "../style.ts";

/** What the checks found, beside a plan: errors whole, of the rest one line per code, since `landfall check` has them all. */
export function findingsBlock(findings: readonly Diagnostic[], style: Style, full: boolean): string[] {
  const whole = full ? findings : findings.filter(isError);
  const brief = full ? [] : inOrder(findings.filter((finding) => !isError(finding)));
  const drawn = diagnosticsHuman(whole, style, { counts: false, full }).trimEnd();
  const rows = groupBy(brief, ({ severity, code }) => `${severity} ${code}`).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const head = [{ text: first.severity === "info" ? "note" : first.severity }, { text: first.code }];
    return [{ prefix: "  ", head, text: clean(style, sentence(first, group.length)) }];
  });
  const lines = rows.length === 0 ? [] : [...hang(`${paint(style, "bold", "Findings")} `, "(landfall check shows each)", style), ...list(rows, style).flat()];
  return drawn === "" ? lines : [drawn, ...(lines.length === 0 ? [] : ["", ...lines])];
}

/** One finding in its own words, several by their code's title. */
function sentence(first: Diagnostic, times: number): string {
  const { place, summary, code } = first;
  const where = place === undefined ? "" : `  ${times === 1 ? "" : "first at "}${place.file}:${place.line}:${place.column}`;
  return times === 1 ? summary + where : `${CODES.get(code)?.title ?? summary} (${figure(times)} times)${where}`;
}
