import { type Clock, publishedRate, TokenBucket } from "../limits/index.ts";

/** Part of AWS's published rate that landfall takes; the rest is left to the owner's other tools. */
const SHARE = 0.9;

/**
 * Holds calls back to AWS's published rates, so that AWS seldom has to. One bucket per operation, and no two
 * services share a name; operations without a published rate pass at once.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async wait(operation: string, signal?: AbortSignal): Promise<void> {
    const published = publishedRate(operation);
    if (published === undefined) return;
    let bucket = this.#buckets.get(operation);
    if (bucket === undefined) {
      bucket = new TokenBucket({ rate: published.rate * SHARE, burst: published.burst }, this.#clock.now());
      this.#buckets.set(operation, bucket);
    }
    const millis = bucket.reserve(this.#clock.now());
    if (millis > 0) await this.#clock.sleep(millis, signal);
  }
}
