import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../limits/index.ts";

/** The time of whoever watches. A run may go by a faster clock; what is drawn must not. It keeps no process alive. */
export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (millis, signal) => delay(millis, undefined, { signal, ref: false }),
};
