import type { Event } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";
import type { Clock } from "../../limits/index.ts";
import { actionWords } from "../actions.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { glyphs, type Style } from "../style.ts";
import { count, duration, elapsed } from "../words.ts";
import type { Progress, ProgressOptions, Screen } from "./screen.ts";
import { ProgressState } from "./state.ts";
import { summaryLines } from "./summary.ts";
import { wallClock } from "./wall-clock.ts";

/** Slow calls of AWS, told while one is waited for. Source: Organizations User Guide, "Creating a member account". */
const USUAL_TIME: Readonly<Record<string, string>> = {
  "create account": "AWS usually needs 1 to 5 minutes",
};

/** After so much silence a line says what is waited for. */
const HEARTBEAT_MILLIS = 30_000;

/**
 * Progress for a pipe or a CI log: one line per event, nothing moves, and no line is cut. After 30 s of silence a line
 * names what is awaited. `clock` is that of the run.
 */
export function linesProgress(screen: Screen, style: Style, clock: Clock, { wall = wallClock, failures = false, sections, steps = false }: ProgressOptions = {}): Progress {
  const state = new ProgressState();
  const stop = new AbortController();
  let lastWrite = wall.now();
  let isOpen = false;
  const seconds = (): number => Math.floor(wall.now() / 1000);
  const closing = (): string[] => {
    const lines = isOpen && sections !== undefined ? [sections.close(seconds())] : [];
    isOpen = false;
    return lines;
  };
  const write = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    lastWrite = wall.now();
    screen.write(`${lines.join("\n")}\n`);
  };
  const beat = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await wall.sleep(Math.max(1, lastWrite + HEARTBEAT_MILLIS - wall.now()), stop.signal);
      if (wall.now() - lastWrite < HEARTBEAT_MILLIS) continue;
      lastWrite = wall.now();
      write(heartbeat(state, clock.now(), style));
    }
  };
  // It ends by being stopped.
  beat().catch(() => undefined);
  return {
    emit(event) {
      if (stop.signal.aborted) return;
      state.apply(event, clock.now());
      if (event.name === "apply.end") return write([...closing(), "", ...summaryLines(state, event, style, failures)]);
      const lines = [...eventLines(event, style), ...(steps ? stepLines(event, style) : [])];
      if (event.name !== "apply.start" || sections === undefined) return write(lines);
      isOpen = true;
      write(lines.map((line) => sections.open(line, seconds())));
    },
    note: (text) => write(text.split("\n")),
    close() {
      stop.abort();
      write(closing());
    },
  };
}

const named = (address: Address, style: Style): string => {
  const { kind, name } = labelOf(address, glyphs(style).arrow);
  return clean(style, `${kind} ${name}`.trimEnd());
};

/** The line an event has in a log. What only tells how far a change is, is kept for the heartbeat; retries are counted at the end. */
function eventLines(event: Event, style: Style): string[] {
  switch (event.name) {
    case "observe.start":
      return ["reading AWS"];
    case "observe.end":
      return [`read AWS: ${count(event.items, "thing")}, ${count(event.calls, "call")}, ${duration(event.millis)}`];
    case "apply.start":
      return [`applying ${count(event.changes, "change")}`];
    case "change.start":
      return [`${named(event.address, style)} ${actionWords(event.action).running}`];
    case "change.done":
      return [`${named(event.address, style)} ${actionWords(event.action).done} ${duration(event.millis)}`];
    case "change.failed":
      return [`${named(event.address, style)} FAILED ${event.code} ${clean(style, event.summary)}`];
    case "change.skipped":
      return [`${named(event.address, style)} not started`];
    case "change.progress":
    case "call.retried":
    case "plan.made":
    case "note":
    case "diagnostic":
    case "command.end":
    case "apply.end":
      return [];
  }
}

/** What only somebody who looks closely wants to read. */
function stepLines(event: Event, style: Style): string[] {
  if (event.name === "change.progress") return [`${named(event.address, style)}: ${clean(style, event.text)}`];
  return event.name === "call.retried" ? [clean(style, `${event.operation} fails with ${event.error}; attempt ${event.attempt + 1} follows`)] : [];
}

/** What is awaited, the longest first. */
function heartbeat(state: ProgressState, now: number, style: Style): string[] {
  if (state.readingSince !== undefined) return [`still reading AWS ${elapsed(now - state.readingSince)}`];
  const [oldest, ...others] = state.running.values();
  if (oldest === undefined) return [];
  const { action, address, since, text } = oldest;
  const note = USUAL_TIME[`${action} ${labelOf(address).kind}`] ?? clean(style, text);
  const more = others.length === 0 ? "" : `, and ${count(others.length, "other change")}`;
  return [`${named(address, style)} still ${actionWords(action).running} ${elapsed(now - since)}${note === "" ? "" : ` (${note})`}${more}`];
}
