import type { Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { wrap } from "../layout.ts";
import type { Style } from "../style.ts";
import { count, elapsed } from "../words.ts";

/** Waits below this are not worth a line. */
const LEAST_SECONDS = 5;

/** The time AWS's own limits force. */
export function timeLines({ timeFloor }: Plan, style: Style): string[] {
  if (timeFloor.seconds < LEAST_SECONDS) return [];
  return wrap(`Takes at least ${elapsed(timeFloor.seconds * 1000)}: ${clean(style, timeFloor.explanation)}`, style.width);
}

/** What reading AWS cost, as a half sentence; empty when nothing was read. */
export function costWords({ calls }: Plan): string {
  const total = Object.values(calls).reduce((sum, number) => sum + number, 0);
  return total === 0 ? "" : `Read with ${count(total, "call")}.`;
}
