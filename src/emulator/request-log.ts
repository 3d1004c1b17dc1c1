/** One request that was answered. */
export interface LoggedCall {
  readonly requestId: string;
  /** Milliseconds since the epoch by the emulator's clock. */
  readonly at: number;
  /** As IAM writes it, `organizations:CreateAccount`; as far as it was understood. */
  readonly operation: string;
  readonly region?: string;
  readonly accountId?: string;
  /** The ARN of the principal; absent when nobody was recognized. */
  readonly principal?: string;
  readonly status: number;
  /** The error's code; absent when the call succeeded. */
  readonly error?: string;
}

export interface CallLog {
  /** The latest calls, oldest first; at most 1,000. */
  readonly recent: readonly LoggedCall[];
  /** Every call since the emulator was opened, by operation. */
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
}

const KEPT = 1_000;

/** What was asked and answered; in memory only. */
export class RequestLog {
  #recent: LoggedCall[] = [];
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(call: LoggedCall): void {
    this.#total += 1;
    this.#counts.set(call.operation, (this.#counts.get(call.operation) ?? 0) + 1);
    this.#recent.push(call);
    // Cut in large pieces, so that logging stays cheap.
    if (this.#recent.length >= 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
  }

  read(): CallLog {
    return { recent: this.#recent.slice(-KEPT), counts: Object.fromEntries(this.#counts), total: this.#total };
  }
}
