/** Time as landfall sees it. The emulator's runs faster than the wall's, and tests move theirs by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits by this clock; rejects with the signal's reason when aborted. */
  sleep(millis: number, signal?: AbortSignal): Promise<void>;
}
