import type { Event } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";
import { actionWords } from "../actions.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { cutEnd, displayWidth, pad, shorten } from "../layout.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import { duration, elapsed } from "../words.ts";
import type { ProgressState, Running } from "./state.ts";

/** A style whose width is that of the screen at this moment. */
export type RowStyle = Style;

const WORD = 9;
const KIND = 7;
const TIME = 7;
/** Wide enough for most names; more would push the time out of sight. */
const WIDEST_NAME = 52;

/** `  created    account  ml-lab      2m 10s`, and room for a note behind it. */
function row(word: string, mark: Mark | undefined, address: Address, time: string, note: string, style: RowStyle): string {
  const { kind, name } = labelOf(address, glyphs(style).arrow);
  const head = `  ${paint(style, mark, pad(word, WORD))}  `;
  const kindColumn = pad(kind, KIND);
  const room = Math.max(8, Math.min(WIDEST_NAME, style.width - displayWidth(head) - KIND - 2 - 2 - TIME));
  // A kind that is longer than its column takes from the name.
  const named = shorten(clean(style, name), room - (displayWidth(kindColumn) - KIND), style);
  const line = `${head}${pad(`${kindColumn}  ${named}`, KIND + 2 + room)}  ${time.padStart(TIME)}`;
  const left = style.width - displayWidth(line) - 2;
  return note === "" || left < 8 ? line.trimEnd() : `${line}  ${paint(style, "dim", cutEnd(clean(style, note), left, style))}`;
}

/** The line that stays when a change has ended; undefined for events that leave none. */
export function finishedLine(event: Event, style: RowStyle): string | undefined {
  if (event.name === "change.done") return row(actionWords(event.action).done, actionWords(event.action).mark, event.address, duration(event.millis), "", style);
  if (event.name === "change.failed") return row("failed", "error", event.address, event.code, event.summary, style);
  return undefined;
}

/** The line while AWS is read; a spinner would say less. */
export const readingLine = (since: number, now: number, style: RowStyle): string => cutEnd(`  reading AWS  ${elapsed(now - since)}`, style.width, style);

export function runningLine(running: Running, now: number, style: RowStyle): string {
  return row(actionWords(running.action).running, "dim", running.address, elapsed(now - running.since), running.text, style);
}

/** `2 done, 1 running, 1 waiting` */
export function countsLine(state: ProgressState, style: RowStyle): string {
  const parts = [`${state.done} done`, `${state.running.size} running`, `${state.waiting} waiting`];
  if (state.failures.length > 0) parts.push(`${state.failures.length} failed`);
  if (state.skips.length > 0) parts.push(`${state.skips.length} not started`);
  return cutEnd(`  ${parts.join(", ")}`, style.width, style);
}
