import type { Event } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";
import type { Clock } from "../../limits/index.ts";
import { actionWords } from "../actions.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { glyphs, type Style } from "../style.ts";
import { count, duration, elapsed } from "../words.ts";
import type { Progress, Screen } from "./screen.ts";
import { ProgressState, type Running } from "./state.ts";
import { summaryLines } from "./summary.ts";

/** Slow calls of AWS, told while one is waited for. Source: Organizations User Guide, "Creating a member account". */
const USUAL_TIME: Readonly<Record<string, string>> = {
  "create account": "AWS usually needs 1 to 5 minutes",
};

/** After so much silence a line says what is waited for. */
const HEARTBEAT_MILLIS = 30_000;

/**
 * Progress for a pipe or a CI log: one line per event, nothing moves, and no line is cut. After 30 s of silence a line
 * names what is awaited.
 */
export function linesProgress(screen: Screen, style: Style, clock: Clock): Progress {
  const state = new ProgressState();
  const stop = new AbortController();
  let lastWrite = clock.now();
  const write = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    lastWrite = clock.now();
    screen.write(`${lines.join("\n")}\n`);
  };
  const beat = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await clock.sleep(Math.max(1, lastWrite + HEARTBEAT_MILLIS - clock.now()), stop.signal);
      const [oldest, ...others] = state.running.values();
      if (clock.now() - lastWrite < HEARTBEAT_MILLIS) continue;
      if (oldest === undefined) lastWrite = clock.now();
      else write([stillLine(oldest, others.length, clock.now(), style)]);
    }
  };
  beat().catch(() => undefined);
  return {
    emit(event) {
      const lines = eventLines(event, state, clock.now(), style);
      state.apply(event, clock.now());
      write(event.name === "apply.end" ? ["", ...summaryLines(state, event, style)] : lines);
    },
    close: () => stop.abort(),
  };
}

const named = (address: Address, style: Style): string => {
  const { kind, name } = labelOf(address, glyphs(style).arrow);
  return clean(style, `${kind} ${name}`.trimEnd());
};

/** The line an event has in a log; retries and the end have none of their own. */
function eventLines(event: Event, state: ProgressState, now: number, style: Style): string[] {
  switch (event.name) {
    case "observe.start":
      return ["reading AWS"];
    case "observe.end":
      return [`read AWS: ${count(event.items, "thing")}, ${count(event.calls, "call")}, ${duration(event.millis)}`];
    case "apply.start":
      return [`applying ${count(event.changes, "change")}`];
    case "change.start":
      return [`${named(event.address, style)} ${actionWords(event.action).running}`];
    case "change.progress": {
      const since = state.running.get(event.address)?.since ?? now;
      return [`${named(event.address, style)} ${clean(style, event.text)} ${elapsed(now - since)}`];
    }
    case "change.done":
      return [`${named(event.address, style)} ${actionWords(event.action).done} ${duration(event.millis)}`];
    case "change.failed":
      return [`${named(event.address, style)} FAILED ${event.code} ${clean(style, event.summary)}`];
    case "change.skipped":
      return [`${named(event.address, style)} skipped, because ${named(event.because, style)} failed`];
    case "call.retried":
    case "apply.end":
      return [];
  }
}

function stillLine(oldest: Running, others: number, now: number, style: Style): string {
  const usual = USUAL_TIME[`${oldest.action} ${labelOf(oldest.address).kind}`];
  const more = others === 0 ? "" : `, and ${count(others, "other")}`;
  return `${named(oldest.address, style)} still ${actionWords(oldest.action).running} ${elapsed(now - oldest.since)}${usual === undefined ? "" : ` (${usual})`}${more}`;
}
