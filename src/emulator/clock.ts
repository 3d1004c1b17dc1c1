import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../limits/index.ts";

/** Timers take at most 31 bits of milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The wall clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (millis, signal) => sleepBy(Date.now, 1, millis, signal),
};

/** A clock that starts at wall time and runs `speed` times as fast. */
export function scaledClock(speed: number): Clock {
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`A clock's speed is a number above zero, not ${speed}.`);
  const start = Date.now();
  const since = performance.now();
  const now = (): number => start + Math.floor((performance.now() - since) * speed);
  return { now, sleep: (millis, signal) => sleepBy(now, speed, millis, signal) };
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves time forward and releases everyone whose sleep is over. */
  advance(millis: number): void;
}

/** For tests: time moves only by `advance`. */
export function manualClock(start: number = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const sleepers = new Set<{ readonly until: number; release(): void }>();
  return {
    now: () => now,
    sleep(millis, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (millis <= 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", abort);
        };
        const abort = (): void => (leave(), reject(signal?.reason as Error));
        const sleeper = { until: now + millis, release: (): void => (leave(), resolve()) };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", abort, { once: true });
      });
    },
    advance(millis) {
      now += millis;
      const due = [...sleepers].filter((sleeper) => sleeper.until <= now).sort((a, b) => a.until - b.until);
      for (const sleeper of due) sleeper.release();
    },
  };
}

/** The same clock, moved forward so that it does not start before `earliest`: a store's time never runs backward. */
export function notBefore(clock: Clock, earliest: number): Clock {
  const offset = Math.max(0, earliest - clock.now());
  return { now: () => clock.now() + offset, sleep: (millis, signal) => clock.sleep(millis, signal) };
}

/** Timers may fire early, and are short: sleeps until the clock itself says that the time is over. */
async function sleepBy(now: () => number, speed: number, millis: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const until = now() + millis;
  for (let left = millis; left > 0; left = until - now()) {
    try {
      await delay(Math.min(Math.ceil(left / speed), LONGEST_TIMER), undefined, signal ? { signal } : undefined);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  }
}
