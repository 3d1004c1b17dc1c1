import type { Clock } from "../../../src/limits/index.ts";

/** A clock that stands still while anything is at work, and jumps to the next sleeper's time when all sleep. */
export interface JumpingClock extends Clock {
  /** Says that something happened: who sleeps goes on sleeping for now. */
  touch(): void;
  /** Lets time pass at once, but not by much more than who sleeps meant to; he wakes when all sleep. */
  skip(millis: number): void;
}

/** How late a sleeper may wake. */
const LATE_MILLIS = 60_000;

/** The disk does its work outside of the event loop. */
const isWaitingForFiles = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"));

/** Everything else in the process happens between two turns of the event loop, so a quiet turn means that all sleep. */
export function jumpingClock(start = Date.UTC(2026, 0, 1)): JumpingClock {
  let now = start;
  let touched = 0;
  let armed = false;
  const sleepers = new Set<{ readonly until: number; wake(): void }>();

  const turn = (seen: number): void => {
    if (seen !== touched || isWaitingForFiles()) return void setImmediate(turn, touched);
    armed = false;
    let first: { readonly until: number; wake(): void } | undefined;
    for (const sleeper of sleepers) if (first === undefined || sleeper.until < first.until) first = sleeper;
    if (first === undefined) return;
    now = Math.max(now, first.until);
    first.wake();
    arm();
  };
  const arm = (): void => {
    if (armed || sleepers.size === 0) return;
    armed = true;
    setImmediate(turn, touched);
  };

  return {
    now: () => now,
    touch: () => {
      touched += 1;
    },
    skip: (millis) => {
      const due = Math.min(...[...sleepers].map(({ until }) => until));
      now = Math.max(now, Math.min(now + millis, due + LATE_MILLIS));
    },
    sleep(millis, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (millis <= 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", abort);
        };
        const abort = (): void => (leave(), reject(signal?.reason as Error));
        const sleeper = { until: now + millis, wake: (): void => (leave(), resolve()) };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", abort, { once: true });
        arm();
      });
    },
  };
}
