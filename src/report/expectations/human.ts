import { type Counterexample, type ExpectationResult, questionOf, requestWords } from "../../access/index.ts";
import { figure } from "../../diagnostics/index.ts";
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
  mistaken: ["mistaken", "danger"],
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
  const requests = `${count(results.reduce((sum, one) => sum + one.requests, 0), "request")} covered.`;
  const bad = Object.entries(SAYS).flatMap(([outcome, [one, many]]) => {
    const of = results.filter((result) => result.outcome === outcome).length;
    return of === 0 ? [] : [{ of, text: of === 1 ? one : many }];
  });
  const [first] = bad;
  if (first === undefined) return hang("", clean(style, `${results.length === 1 ? `The expectation of ${file} holds` : `All ${count(results.length, "expectation")} of ${file} hold`}: ${requests}`), style);
  const said = results.length === 1 ? `The expectation of ${file} ${first.text}` : `Of the ${count(results.length, "expectation")} of ${file}, ${listed(bad.map(({ of, text }) => `${figure(of)} ${text}`))}`;
  return hang("", clean(style, `${said}; ${requests}`), style);
}

/** Of one, and of several. */
const SAYS: Readonly<Partial<Record<ExpectationResult["outcome"], readonly [one: string, many: string]>>> = {
  fails: ["does not hold", "do not hold"],
  unknown: ["is not proven", "are not proven"],
  mistaken: ["is mistaken", "are mistaken"],
};

const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
