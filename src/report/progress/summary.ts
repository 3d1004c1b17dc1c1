import { CODES, type Event, figure } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";
import { actionWords } from "../actions.ts";
import { clean } from "../clean.ts";
import { fixLines } from "../diagnostics/human.ts";
import { groupBy } from "../group.ts";
import { labelOf } from "../label.ts";
import { hang, wrap } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count, duration, listing } from "../words.ts";
import type { Failure, ProgressState, Skip } from "./state.ts";

const MOST_NAMES = 4;

type End = Extract<Event, { readonly name: "apply.end" }>;

/** The end of a run: with `failures` what failed and what to do, what was not started, and one sentence that counts. */
export function summaryLines(state: ProgressState, end: End, style: Style, withFailures: boolean): string[] {
  const failures = withFailures ? state.failures.flatMap((failure) => [...failureLines(failure, style), ""]) : [];
  const skips = skipLines(state, style);
  return [...failures, ...skips, ...(skips.length === 0 ? [] : [""]), ...wrap(sentence(state, end), style.width)];
}

function failureLines(failure: Failure, style: Style): string[] {
  const rule = paint(style, "error", glyphs(style).rule);
  const inner: Style = { ...style, width: style.width - 2 };
  const { kind, name } = labelOf(failure.address, glyphs(style).arrow);
  const fix = CODES.get(failure.code)?.fix;
  return [
    ...hang(`${paint(style, "error", "failed")}  `, clean(style, `${actionWords(failure.action).word} ${kind} ${name}`), inner, "bold"),
    ...wrap(clean(style, failure.summary), inner.width),
    "",
    ...(fix === undefined ? [] : fixLines(fix, inner)),
    paint(style, "dim", `${failure.code}   landfall explain ${failure.code}`),
  ].map((line) => `${rule} ${line}`.trimEnd());
}

/** What was not started, by what kept it from starting at last. */
function skipLines(state: ProgressState, style: Style): string[] {
  const nameOf = (address: Address): string => Object.values(labelOf(address, glyphs(style).arrow)).join(" ").trim();
  return groupBy(state.skips, (skip) => rootOf(skip, state) ?? "").flatMap((group) => {
    const [first] = group;
    const root = first === undefined ? undefined : rootOf(first, state);
    const why = root === undefined ? "the run was stopped" : root.startsWith("you:") ? `a step is yours (${root.slice("you:".length)})` : `${nameOf(root)} failed`;
    return wrap(clean(style, `Not started, since ${why}: ${listing(group.map(({ address }) => nameOf(address)), MOST_NAMES)}.`), style.width);
  });
}

/** The failed change that a skipped one waited for, however indirectly; undefined when the run was stopped instead. */
function rootOf(skip: Skip, { skips }: ProgressState): Address | undefined {
  const because = new Map(skips.map((other) => [other.address, other.because]));
  let at = skip.because;
  for (const seen = new Set<Address>(); because.has(at); at = because.get(at) ?? at) {
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return at;
}

/** `34 done, 1 failed, 3 not started in 4m 10s, with 120 calls to AWS (3 retried).` */
export function sentence(state: ProgressState, end: End): string {
  const parts = [`${figure(end.done)} done`];
  if (end.failed > 0) parts.push(`${figure(end.failed)} failed`);
  if (end.skipped > 0) parts.push(`${figure(end.skipped)} not started`);
  const retries = state.retries === 0 ? "" : ` (${figure(state.retries)} retried)`;
  return `${parts.join(", ")} in ${duration(end.millis)}, with ${count(end.calls, "call")} to AWS${retries}.`;
}
