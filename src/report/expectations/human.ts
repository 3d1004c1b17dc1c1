import { type Counterexample, type ExpectationResult, questionOf, requestWords } from "../../access/index.ts";
import { ladderLines } from "../access/can.ts";
import type { TellStatement } from "../access/told.ts";
import { clean } from "../clean.ts";
import { commandLines, hang } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

export interface ExpectationsScreen {
  readonly results: readonly ExpectationResult[];
  readonly tell: TellStatement;
  /** The organization file, as the user would name it. */
  readonly file: string;
}

const OUTCOMES: Readonly<Record<ExpectationResult["outcome"], readonly [word: string, mark: Mark]>> = {
  holds: ["holds", "added"],
  fails: ["FAILS", "danger"],
  unknown: ["not proven", "warning"],
  wrong: ["mistaken", "danger"],
};

/** Each expectation with what came of it; those that fail with a request and every level that has a say in it. */
export function expectationsHuman({ results, tell, file }: ExpectationsScreen, style: Style): string {
  const blocks = results.map((result) => resultLines(result, tell, style));
  // Those that hold take a line each, and stand together.
  const lines = blocks.flatMap((block, index) => (index > 0 && (block.length > 1 || (blocks[index - 1]?.length ?? 0) > 1) ? ["", ...block] : block));
  return `${[...lines, "", ...totals(results, file, style)].join("\n")}\n`;
}

function resultLines(result: ExpectationResult, tell: TellStatement, style: Style): string[] {
  const [word, mark] = OUTCOMES[result.outcome];
  const { because } = result.expectation;
  const [first, ...others] = result.counterexamples;
  return [
    ...hang(`${paint(style, mark, word.padEnd(10))} `, clean(style, result.name), style),
    ...(result.outcome === "holds" ? [] : [
      ...(because === undefined ? [] : hang("  ", clean(style, because), style)),
      ...result.mistakes.flatMap(({ summary, suggestion }) => hang("  ", clean(style, `${summary}${suggestion === undefined ? "" : ` Did you mean ${suggestion}?`}`), style)),
      ...(result.heldFixed.length === 0 ? [] : hang("  ", clean(style, `Not varied, because there are too many combinations: ${result.heldFixed.join(", ")}.`), style)),
      ...(first === undefined ? [] : exampleLines(first, tell, style)),
      ...(others.length === 0 ? [] : [`  ${others.length} more like this.`]),
    ]),
  ];
}

function exampleLines(example: Counterexample, tell: TellStatement, style: Style): string[] {
  const inner = { ...style, width: style.width - 2 };
  return [
    ...hang("  ", clean(style, `${requestWords(example)}.`), style),
    ...(example.isUnknown ? hang("  ", "It hangs on policies that the file does not have.", style) : []),
    "",
    ...ladderLines(example.answer, tell, inner).map((line) => `  ${line}`),
    "",
    ...commandLines(clean(style, questionOf(example)), "    ", style.width),
  ];
}

function totals(results: readonly ExpectationResult[], file: string, style: Style): string[] {
  const bad = results.filter(({ outcome }) => outcome !== "holds").length;
  const requests = results.reduce((sum, one) => sum + one.requests, 0);
  const asked = `${count(requests, "request")} covered`;
  const text = bad === 0 ? `${results.length === 1 ? "The expectation" : `All ${count(results.length, "expectation")}`} of ${file} ${results.length === 1 ? "holds" : "hold"}: ${asked}.` : `${bad} of ${count(results.length, "expectation")} of ${file} ${bad === 1 ? "does" : "do"} not hold; ${asked}.`;
  return hang("", clean(style, text), style);
}
