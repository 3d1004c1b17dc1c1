import { awsErrorName } from "./errors.ts";

/** One attempt of a call, for a log: nothing of what was sent or answered, which may hold secrets. */
export interface MadeCall {
  /** `service:Operation` */
  readonly operation: string;
  readonly millis: number;
  /** By which AWS Support finds the call; absent where the answer named none. */
  readonly requestId?: string;
  /** The name of the error that was answered. */
  readonly error?: string;
}

/** Hears of every attempt once it has ended. */
export type CallLog = (call: MadeCall) => void;

/** Makes a call and tells the log how long it took and how it ended. */
export async function logged<T>(log: CallLog | undefined, operation: string, make: () => Promise<T>): Promise<T> {
  if (log === undefined) return make();
  const start = Date.now();
  const tell = (requestId: string | undefined, error?: string): void => log({ operation, millis: Date.now() - start, ...(requestId === undefined ? {} : { requestId }), ...(error === undefined ? {} : { error }) });
  try {
    const answer = await make();
    tell(requestIdOf((answer as { output?: unknown }).output));
    return answer;
  } catch (error) {
    tell(requestIdOf(error), awsErrorName(error));
    throw error;
  }
}

const requestIdOf = (of: unknown): string | undefined => (of as { $metadata?: { requestId?: string } } | undefined)?.$metadata?.requestId;
