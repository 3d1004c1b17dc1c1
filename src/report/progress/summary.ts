import { CODES, type Event } from "../../diagnostics/index.ts";
import { clean } from "../clean.ts";
import { fixLines } from "../diagnostics/human.ts";
import { groupBy } from "../group.ts";
import { labelOf } from "../label.ts";
import { hang, wrap } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count, duration, listing } from "../words.ts";
import type { Failure, ProgressState, Skip } from "./state.ts";

type End = Extract<Event, { readonly name: "apply.end" }>;

/** The end of a run: what failed and what to do, then one sentence that counts. Successes are only counted. */
export function summaryLines(state: ProgressState, end: End, style: Style): string[] {
  const failures = state.failures.flatMap((failure) => [...failureLines(failure, style), ""]);
  const skips = groupBy(state.skips, ({ because }) => because).flatMap((group) => skipLines(group, style));
  return [...failures, ...skips, ...(skips.length === 0 ? [] : [""]), ...wrap(sentence(state, end), style.width)];
}

function failureLines(failure: Failure, style: Style): string[] {
  const rule = paint(style, "error", glyphs(style).rule);
  const inner: Style = { ...style, width: style.width - 2 };
  const { kind, name } = labelOf(failure.address, glyphs(style).arrow);
  const fix = failure.fix ?? CODES.get(failure.code)?.fix;
  return [
    ...hang(`${paint(style, "error", "failed")}  `, clean(style, `${failure.action} ${kind} ${name}`), inner, "bold"),
    ...wrap(clean(style, failure.summary), inner.width),
    "",
    ...(fix === undefined ? [] : fixLines(fix, inner)),
    paint(style, "dim", `${failure.code}   landfall explain ${failure.code}`),
  ].map((line) => `${rule} ${line}`.trimEnd());
}

function skipLines(group: readonly Skip[], style: Style): string[] {
  const because = labelOf(group[0]?.because ?? "", glyphs(style).arrow);
  const names = group.map(({ address }) => Object.values(labelOf(address, glyphs(style).arrow)).join(" "));
  return hang("Skipped, ", clean(style, `because ${because.kind} ${because.name} failed: ${listing(names, 4)}`), style);
}

/** `34 done, 1 failed, 3 skipped in 4m 10s, with 120 calls; 3 were throttled and sent again.` */
export function sentence(state: ProgressState, end: End): string {
  const parts = [`${end.done.toLocaleString("en-US")} done`];
  if (end.failed > 0) parts.push(`${end.failed.toLocaleString("en-US")} failed`);
  if (end.skipped > 0) parts.push(`${end.skipped.toLocaleString("en-US")} skipped`);
  const retries = state.retries === 0 ? "" : `, ${state.retries.toLocaleString("en-US")} of them sent again because AWS was busy`;
  return `${parts.join(", ")} in ${duration(end.millis)}, with ${count(end.calls, "call")} to AWS${retries}.`;
}
