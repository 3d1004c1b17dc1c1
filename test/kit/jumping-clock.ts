import { manualClock, type ManualClock } from "../../src/emulator/index.ts";

/** A clock on which nobody waits: who sleeps is woken at once, at the time that was waited for. Nothing ends meanwhile. */
export function jumpingClock(): ManualClock {
  const clock = manualClock(Date.now());
  return {
    ...clock,
    async sleep(millis, signal) {
      signal?.throwIfAborted();
      clock.advance(millis);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
