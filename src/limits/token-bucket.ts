import type { Bucket } from "./throttles.ts";

/** A token bucket in use. It holds no clock: the caller says what time it is, in milliseconds. */
export class TokenBucket {
  readonly #bucket: Bucket;
  #tokens: number;
  #at: number;

  constructor(bucket: Bucket, now: number) {
    this.#bucket = bucket;
    this.#tokens = bucket.burst;
    this.#at = now;
  }

  /** Takes one token if there is one. */
  tryTake(now: number): boolean {
    this.#refill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Takes one token, borrowing from the future: the milliseconds to wait before using it. */
  reserve(now: number): number {
    this.#refill(now);
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#bucket.rate) * 1000);
  }

  #refill(now: number): void {
    const elapsed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.#bucket.burst, this.#tokens + (elapsed / 1000) * this.#bucket.rate);
    this.#at = Math.max(this.#at, now);
  }
}
