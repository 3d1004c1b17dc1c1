import type { HttpHandler } from "@smithy/protocol-http";
import type { FinalizeHandler, InitializeHandler } from "@smithy/types";
import type { Emit } from "../diagnostics/index.ts";
import type { Clock } from "../limits/index.ts";
import { type CallLog, logged } from "./call-log.ts";
import { rememberOperation } from "./errors.ts";
import { isRead } from "./is-read.ts";
import type { Pace } from "./pace.ts";
import { withRetries } from "./retry.ts";

/** What answers the requests of SDK clients in place of the network. */
export type RequestHandler = HttpHandler;

/** The part of an SDK client that is needed here; each client types its middleware for its own operations. */
export interface Client {
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

/** Hears of every call that changes AWS: before it is made, and how it went. */
export interface WriteListener {
  before(operation: string, input: unknown): Promise<number>;
  after(call: number, outcome: string): Promise<void>;
}

interface Instruments {
  readonly writes: () => WriteListener | undefined;
  /** Aborted when nothing more is to be waited for. */
  readonly stop: () => AbortSignal | undefined;
  /** Hears what time AWS has, by each answer's date. */
  readonly told: (time: number) => void;
  /** Absent where nothing is held back. */
  readonly pace?: Pace;
  readonly counts: Map<string, number>;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly log?: CallLog;
}

type Context = { readonly commandName?: string };

/** Adds retries, pacing and counting to a client. */
export function instrument<C extends Client>(client: C, service: string, instruments: Instruments): C {
  const { pace, counts, clock, emit, writes, stop, told, log } = instruments;

  const around = (next: InitializeHandler<object, object>, context: Context): InitializeHandler<object, object> => (args) => {
    const operation = operationOf(context);
    const listener = isRead(operation) ? undefined : writes();
    const make = listener === undefined ? () => next(args) : () => heard(listener, `${service}:${operation}`, args.input, () => next(args));
    return withRetries(operation, make, clock, emit, stop()).catch((error: unknown) => {
      rememberOperation(error, `${service}:${operation}`);
      throw error;
    });
  };

  const before = (next: FinalizeHandler<object, object>, context: Context): FinalizeHandler<object, object> => async (args) => {
    const operation = operationOf(context);
    await pace?.wait(operation, stop());
    const counted = `${service}:${operation}`;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    const answer = await logged(log, counted, () => next(args));
    const time = Date.parse((answer.response as { headers?: { date?: string } } | undefined)?.headers?.date ?? "");
    if (!Number.isNaN(time)) told(time);
    return answer;
  };

  client.middlewareStack.add(around as never, { step: "initialize", name: "landfallRetries", priority: "high" } as never);
  client.middlewareStack.add(before as never, { step: "finalizeRequest", name: "landfallPace", priority: "high" } as never);
  return client;
}

async function heard<T>(listener: WriteListener, operation: string, input: unknown, make: () => Promise<T>): Promise<T> {
  const call = await listener.before(operation, input);
  try {
    const answer = await make();
    await listener.after(call, "done");
    return answer;
  } catch (error) {
    await listener.after(call, error instanceof Error ? error.name : "failed");
    throw error;
  }
}

const operationOf = ({ commandName }: Context): string => (commandName ?? "").replace(/Command$/, "");
