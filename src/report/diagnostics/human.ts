import { CODES, type Diagnostic, type Place, type Severity } from "../../diagnostics/index.ts";
import { clean, cleanLines } from "../clean.ts";
import { groupBy } from "../group.ts";
import { commandLines, hang, wrap } from "../layout.ts";
import { list } from "../list.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { excerptLines } from "./excerpt.ts";
import { inOrder } from "./order.ts";
import { shortened } from "./shortened.ts";

export interface DiagnosticOptions {
  /** Show each diagnostic whole, however many share a code. Default: false. */
  readonly full?: boolean;
  /** Whether a last line counts errors and warnings. Default: true. */
  readonly counts?: boolean;
}

/** More of one code than this become one block, with as many places. */
const MOST_OF_ONE_CODE: Readonly<Record<Severity, number>> = { error: 8, warning: 3, info: 3 };
const MARKS: Readonly<Record<Severity, Mark>> = { error: "error", warning: "warning", info: "bold" };

/** Diagnostics as blocks behind a rule, errors first, with a last line of counts; the empty text when there are none. */
export function diagnosticsHuman(diagnostics: readonly Diagnostic[], style: Style, options: DiagnosticOptions = {}): string {
  if (diagnostics.length === 0) return "";
  const blocks = grouped(inOrder(diagnostics).map(shortened), options.full ?? false).map((group) => block(group, style).join("\n"));
  const counts = options.counts === false ? [] : [countLine(diagnostics)];
  return `${[...blocks, ...counts].join("\n\n")}\n`;
}

/** `2 errors, 1 warning.` */
export function countLine(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Severity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = [
    of("error") > 0 ? count(of("error"), "error") : "",
    of("warning") > 0 ? count(of("warning"), "warning") : "",
    of("info") > 0 ? count(of("info"), "note") : "",
  ].filter((part) => part !== "");
  return `${parts.join(", ")}.`;
}

function grouped(diagnostics: readonly Diagnostic[], full: boolean): Diagnostic[][] {
  if (full) return diagnostics.map((diagnostic) => [diagnostic]);
  return groupBy(diagnostics, ({ severity, code }) => `${severity} ${code}`).flatMap((group) => {
    const [first] = group;
    return first !== undefined && group.length > MOST_OF_ONE_CODE[first.severity] ? [group] : group.map((diagnostic) => [diagnostic]);
  });
}

function block(group: readonly Diagnostic[], style: Style): string[] {
  const [diagnostic] = group;
  if (diagnostic === undefined) return [];
  const rule = paint(style, MARKS[diagnostic.severity], glyphs(style).rule);
  const inner: Style = { ...style, width: style.width - 2 };
  const body = group.length === 1 ? single(diagnostic, inner) : several(group, diagnostic, inner);
  const lines = [...heading(diagnostic, group.length, inner), "", ...body, ...footer(diagnostic, inner)];
  return lines.map((line) => `${rule} ${line}`.trimEnd());
}

function heading(diagnostic: Diagnostic, size: number, style: Style): string[] {
  const word = diagnostic.severity === "info" ? "note" : diagnostic.severity;
  const title = CODES.get(diagnostic.code)?.title ?? diagnostic.summary;
  const text = size === 1 ? clean(style, diagnostic.summary) : `${clean(style, title)} (${size} times)`;
  return hang(`${paint(style, MARKS[diagnostic.severity], word)}  `, text, style, "bold");
}

function single(diagnostic: Diagnostic, style: Style): string[] {
  const { place, address } = diagnostic;
  const where = place === undefined
    ? (address === undefined ? [] : hang("", clean(style, address), style, "dim"))
    : [...wrap(placeText(place, style), style.width), ...excerptLines(place, style)];
  return [...spaced(where), ...spaced(detail(diagnostic, style))];
}

const spaced = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [...lines, ""]);

function detail(diagnostic: Diagnostic, style: Style): string[] {
  const question = diagnostic.suggestion === undefined ? "" : `Did you mean ${clean(style, diagnostic.suggestion)}?`;
  const text = diagnostic.detail === undefined ? question : `${diagnostic.detail}${question === "" ? "" : ` ${question}`}`;
  return text === "" ? [] : cleanLines(style, text).flatMap((line) => wrap(line, style.width));
}

/** Many of one code: where each is, in one line each. */
function several(group: readonly Diagnostic[], first: Diagnostic, style: Style): string[] {
  const most = MOST_OF_ONE_CODE[first.severity];
  const rows = group.slice(0, most).map((diagnostic) => ({
    prefix: "",
    head: [{ text: diagnostic.place === undefined ? clean(style, diagnostic.address ?? "") : placeText(diagnostic.place, style) }],
    text: clean(style, diagnostic.summary),
  }));
  return [...list(rows, style).flat(), `and ${count(group.length - most, "more", "more")}`, ""];
}

const placeText = (place: Place, style: Style): string => `${clean(style, place.file)}:${place.line}:${place.column}`;

/** A line of a fix that stands by itself: a command to type, or a part of the organization file, which is indented. */
const APART = /^(?:\s{2,}\S|(?:landfall|npx|npm|aws|export|git|node) )/;
/** What a shell reads, so that it can be continued on another line. */
const COMMAND = /^\s*(?:landfall|npx|npm|aws|export|unset|git|node|rm|--?[a-z]+)(?: |$)/;

function footer(diagnostic: Diagnostic, style: Style): string[] {
  const explain = paint(style, "dim", `${diagnostic.code}   landfall explain ${diagnostic.code}`);
  return [...(diagnostic.fix === undefined ? [] : fixLines(diagnostic.fix, style)), explain];
}

/** What to do; each command stands on a line of its own with room around it. */
export function fixLines(fix: string, style: Style): string[] {
  const lines = cleanLines(style, `Fix: ${fix}`).filter((line) => line !== "");
  return lines.flatMap((line, index) => {
    const isApart = (at: number): boolean => at > 0 && APART.test(lines[at] ?? "");
    if (!isApart(index)) return wrap(line, style.width);
    const own = COMMAND.test(line) ? commandLines(line, "  ", style.width) : [line];
    return [...(isApart(index - 1) ? [] : [""]), ...own, ...(isApart(index + 1) ? [] : [""])];
  });
}
