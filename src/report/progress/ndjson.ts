import type { Event } from "../../diagnostics/index.ts";
import type { Clock } from "../../limits/index.ts";
import { stableJson } from "../json.ts";
import type { Progress, Screen } from "./screen.ts";

/** Each event as one line of JSON, `landfall.event/1`, with its time in UTC and its level. */
export function ndjsonProgress(screen: Screen, tool: string, clock: Clock): Progress {
  return {
    emit: (event) => screen.write(`${stableJson({ ...event, format: "landfall.event/1", tool, level: levelOf(event), time: new Date(clock.now()).toISOString() }, 0)}\n`),
    // The stream holds events and nothing else.
    note: () => undefined,
    close: () => undefined,
  };
}

function levelOf(event: Event): "error" | "warning" | "info" {
  if (event.name === "change.failed") return "error";
  return event.name === "change.skipped" || event.name === "call.retried" ? "warning" : "info";
}
