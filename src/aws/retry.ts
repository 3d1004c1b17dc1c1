import type { Emit } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { awsErrorName, isLostAnswer, isUnreachable } from "./errors.ts";

/**
 * Errors after which AWS asks for the same call again, and how long in all that is worth, in milliseconds.
 * Source: AWS Organizations API Reference, the errors of each operation.
 */
const WORTH_REPEATING: Readonly<Record<string, number>> = {
  TooManyRequestsException: 10 * 60_000,
  ThrottlingException: 10 * 60_000,
  // The Tagging API's and IAM's words for the same.
  ThrottledException: 10 * 60_000,
  Throttling: 10 * 60_000,
  ConcurrentModificationException: 5 * 60_000,
  PolicyChangesInProgressException: 5 * 60_000,
  ServiceException: 2 * 60_000,
  InternalServerError: 2 * 60_000,
  // A young organization: AWS says to wait up to an hour.
  FinalizingOrganizationException: 60 * 60_000,
};
const NETWORK_WORTH = 2 * 60_000;
const UNREACHABLE_WORTH = 5_000;
/** However late it is: a machine that slept, or a clock that jumped, is no reason to give up. */
const LEAST_ATTEMPTS = 4;

/** A lost answer may hide a done deed: these are never repeated after an error that could come after the effect. */
const NOT_REPEATABLE: ReadonlySet<string> = new Set(["CreateAccount", "CreateOrganization"]);

/** Makes a call again while AWS says so, with growing pauses by the given clock, and no more once `stop` is aborted. */
export async function withRetries<T>(operation: string, call: () => Promise<T>, clock: Clock, emit: Emit, stop?: AbortSignal): Promise<T> {
  const start = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const name = awsErrorName(error);
      const lost = isLostAnswer(error);
      const worth = WORTH_REPEATING[name] ?? (lost ? (isUnreachable(error) ? UNREACHABLE_WORTH : NETWORK_WORTH) : 0);
      const isOver = clock.now() - start >= worth && (worth === 0 || attempt >= LEAST_ATTEMPTS);
      if (isOver || (lost && NOT_REPEATABLE.has(operation))) throw error;
      emit({ name: "call.retried", operation, error: name, attempt });
      await clock.sleep(pause(attempt), stop);
    }
  }
}

/** Full jitter over a doubling pause, from half a second to thirty. */
const pause = (attempt: number): number => 100 + Math.random() * Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
