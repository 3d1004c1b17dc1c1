import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../limits/index.ts";

/** The wall's clock, or one that runs `speed` times as fast from now on (for an emulator that does the same). */
export function clockAt(speed = 1): Clock {
  const start = Date.now();
  return {
    now: () => (speed === 1 ? Date.now() : start + (Date.now() - start) * speed),
    sleep: (millis, signal) => wait(millis / speed, undefined, { signal }),
  };
}
