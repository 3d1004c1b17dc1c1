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
  /** Whether the principal may; absent when the request was turned away before that was asked. */
  readonly decision?: "allowed" | "denied";
  /** Of the HTTP answer; 0 when the connection was cut instead. */
  readonly status: number;
  /** The error's code; absent when the call succeeded. */
  readonly error?: string;
  /** What the error says. */
  readonly message?: string;
  /** How long the answer took, in milliseconds of the wall's clock, the calls before it not counted. */
  readonly milliseconds: number;
}

export interface CallLog {
  /** The latest calls, oldest first; at most 1,000. */
  readonly recent: readonly LoggedCall[];
  /** Every call since the emulator was opened, by operation. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those of them that ended in an error. */
  readonly failures: Readonly<Record<string, number>>;
  readonly total: number;
}

const KEPT = 1_000;

/** What was asked and answered; in memory only. */
export class RequestLog {
  #recent: LoggedCall[] = [];
  readonly #counts = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #listener: ((call: LoggedCall) => void) | undefined;
  #total = 0;

  constructor(listener?: (call: LoggedCall) => void) {
    this.#listener = listener;
  }

  add(call: LoggedCall): void {
    this.#total += 1;
    addOne(this.#counts, call.operation);
    if (call.error !== undefined) addOne(this.#failures, call.operation);
    this.#recent.push(call);
    // Cut in large pieces, so that logging stays cheap.
    if (this.#recent.length >= 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
    this.#listener?.(call);
  }

  read(): CallLog {
    return {
      recent: this.#recent.slice(-KEPT),
      counts: Object.fromEntries(this.#counts),
      failures: Object.fromEntries(this.#failures),
      total: this.#total,
    };
  }
}

const addOne = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
