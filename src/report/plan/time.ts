import type { Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count, elapsed } from "../words.ts";

/** Waits below this are not worth a line. */
const LEAST_SECONDS = 5;

/** The time AWS's own limits force, and what reading cost. */
export function timeLines({ timeFloor, calls }: Plan, style: Style): string[] {
  const total = Object.values(calls).reduce((sum, number) => sum + number, 0);
  const time = timeFloor.seconds < LEAST_SECONDS ? "" : `Takes at least ${elapsed(timeFloor.seconds * 1000)}: ${clean(style, timeFloor.explanation)}`;
  const cost = total === 0 ? "" : `Reading AWS took ${count(total, "call")}.`;
  return [
    ...(time === "" ? [] : wrap(time, style.width)),
    ...(cost === "" ? [] : wrap(cost, style.width).map((line) => paint(style, "dim", line))),
  ];
}
