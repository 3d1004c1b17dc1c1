import type { Diagnostic, Event } from "../../diagnostics/index.ts";
import type { Clock } from "../../limits/index.ts";
import { stableJson } from "../json.ts";
import type { Progress, Screen } from "./screen.ts";

/** Each event as one line of JSON, `landfall.event/1`, with its time in UTC and its level. */
export function ndjsonProgress(screen: Screen, tool: string, clock: Clock): Progress {
  const emit = (event: Event): void => screen.write(eventLine(event, tool, clock.now()));
  return { emit, note: (text) => emit({ name: "note", text }), close: () => undefined };
}

/** One event as a line of the stream; `now` in milliseconds. */
export const eventLine = (event: Event, tool: string, now: number): string =>
  `${stableJson({ ...event, format: "landfall.event/1", tool, level: levelOf(event), time: new Date(now).toISOString() }, 0)}\n`;

/** A diagnostic as an event. */
export const diagnosticEvent = ({ path: _path, ...diagnostic }: Diagnostic): Event => ({ name: "diagnostic", ...diagnostic });

function levelOf(event: Event): "error" | "warning" | "info" {
  if (event.name === "diagnostic") return event.severity;
  if (event.name === "change.failed") return "error";
  return event.name === "change.skipped" || event.name === "call.retried" ? "warning" : "info";
}
