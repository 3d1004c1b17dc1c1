import { CODES, type Diagnostic } from "../../diagnostics/index.ts";
import { groupBy } from "../group.ts";
import { codeSpan, details, plainText } from "../markdown.ts";
import { countLine } from "./human.ts";
import { inOrder } from "./order.ts";
import { shortened } from "./shortened.ts";

/** A comment of a pull request holds about 64 KiB. */
const MOST_OF_ONE_CODE = 50;

/** Diagnostics as a comment on a pull request: errors open, the rest folded, each code once with its places. */
export function diagnosticsMarkdown(diagnostics: readonly Diagnostic[], file: string): string {
  if (diagnostics.length === 0) return `### landfall check: ${codeSpan(file)}\n\nNothing to report.\n`;
  const ordered = inOrder(diagnostics);
  const errors = blocks(ordered.filter(({ severity }) => severity === "error"));
  const rest = ordered.filter(({ severity }) => severity !== "error");
  const folded = rest.length === 0 ? [] : ["", ...details(countLine(rest).replace(/\.$/, ""), blocks(rest))];
  return `${[`### landfall check: ${codeSpan(file)}`, "", `**${countLine(diagnostics)}**`, ...(errors.length === 0 ? [] : ["", ...errors]), ...folded].join("\n")}\n`;
}

function blocks(diagnostics: readonly Diagnostic[]): string[] {
  return groupBy(diagnostics, ({ code }) => code).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const left = group.length - MOST_OF_ONE_CODE;
    const items = group.slice(0, MOST_OF_ONE_CODE).map((one) => item(shortened(one)));
    return [`**${first.code}** ${plainText(CODES.get(first.code)?.title ?? "")}`, "", ...items, ...(left > 0 ? [`- and ${left} more`] : []), ""];
  }).slice(0, -1);
}

function item({ summary, suggestion, fix, place }: Diagnostic): string {
  const where = place === undefined ? "" : `${codeSpan(`${place.file}:${place.line}:${place.column}`)} `;
  const question = suggestion === undefined ? "" : ` Did you mean ${codeSpan(suggestion)}?`;
  return `- ${where}${plainText(summary)}${question}${fix === undefined ? "" : ` _${plainText(fix)}_`}`;
}
