import { randomUUID } from "node:crypto";
import type { Clock } from "../limits/index.ts";
import type { AccessKey } from "./access-key.ts";
import { authorize } from "./authorize.ts";
import { AwsError } from "./aws-error.ts";
import { keyFor, principalOf } from "./credentials.ts";
import { tellUndeclared } from "./declared-errors.ts";
import { Faults } from "./faults.ts";
import type { HttpRequest, HttpResponse } from "./http-message.ts";
import { noteUse } from "./last-use.ts";
import type { Call, Operation } from "./operation.ts";
import { isOfferedIn, partitionNamed } from "./partitions.ts";
import { Past } from "./past.ts";
import { loadModel, type Endpoint, type OperationShape, type ServiceModel } from "./protocols/index.ts";
import { Queue } from "./queue.ts";
import { endpointOf, LARGEST_BODY, likelyProtocol, tooLarge, unknownService } from "./recognize.ts";
import { RequestLog, type LoggedCall } from "./request-log.ts";
import type { RegisteredService } from "./services/index.ts";
import { verifySignature } from "./signature.ts";
import type { MemoryWorld, Store } from "./store/index.ts";
import { Throttles } from "./throttle.ts";
import { violationsOf } from "./validate.ts";

export interface EngineOptions {
  readonly store: Store;
  readonly services: readonly RegisteredService[];
  readonly clock: Clock;
  /** Wall time, by which signatures are judged. */
  readonly wallNow: () => number;
  readonly throttle: boolean;
  /** Trouble that was asked for; none by default. */
  readonly faults?: Faults;
  /** Told of every call that was answered. */
  readonly onCall?: (call: LoggedCall) => void;
}

/** What is known about a request so far; filled on the way through, and read for the log. */
interface Progress {
  readonly requestId: string;
  operation: string;
  region?: string;
  accountId?: string;
  principal?: string;
  decision?: "allowed" | "denied";
  endpoint?: Endpoint;
  model?: ServiceModel;
}

/** Everything that is needed to run one call. */
interface Prepared {
  readonly endpoint: Endpoint;
  readonly shape: OperationShape;
  readonly service: RegisteredService;
  readonly operation: Operation<never, object>;
  /** As IAM writes it. */
  readonly action: string;
  readonly key: AccessKey;
  readonly call: Call;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Takes requests one after another through recognition, authentication, throttling, checks, the operation and the store. */
export class Engine {
  readonly log: RequestLog;
  readonly #options: EngineOptions;
  readonly #queue = new Queue();
  readonly #throttles = new Throttles();
  readonly #faults: Faults;
  readonly #past = new Past();
  #lastNow = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.log = new RequestLog(options.onCall);
    this.#faults = options.faults ?? new Faults("");
  }

  /** Answers a request. Never rejects: whatever goes wrong becomes an error as AWS answers it. */
  handle(request: HttpRequest): Promise<HttpResponse> {
    return this.#queue.run(async () => {
      const progress: Progress = { requestId: randomUUID(), operation: "unknown" };
      const start = performance.now();
      let error: AwsError | undefined;
      let response: HttpResponse;
      try {
        response = await this.#answer(request, progress);
      } catch (thrown) {
        error = thrown instanceof AwsError ? thrown : internalFailure(progress, thrown);
        const protocol = progress.endpoint?.protocol ?? likelyProtocol(request);
        response = protocol.writeError(error, progress.requestId, progress.endpoint, progress.model);
      }
      this.log.add(logged(progress, { at: this.#lastNow, status: response.isCut ? 0 : response.status, milliseconds: performance.now() - start }, error));
      // The wall's time, not the emulator's: SDKs correct their own clocks by this header.
      return { ...response, headers: { ...response.headers, date: new Date(this.#options.wallNow()).toUTCString() } };
    });
  }

  /** Changes the world outside of any request, as one. */
  change<T>(write: (world: MemoryWorld, now: number) => T): Promise<T> {
    return this.#queue.run(async () => {
      const now = this.#now();
      return this.#saved(now, () => write(this.#options.store.world, now));
    });
  }

  /** Reads the world outside of any call, as it is by now. */
  look<T>(read: (world: MemoryWorld, now: number) => T | Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const now = this.#now();
      await this.#saved(now, () => this.#advance(now));
      return read(this.#options.store.world, now);
    });
  }

  /** Lets the calls before it end, then closes the store. */
  close(): Promise<void> {
    return this.#queue.run(() => this.#options.store.close());
  }

  async #answer(request: HttpRequest, progress: Progress): Promise<HttpResponse> {
    if (request.body.byteLength > LARGEST_BODY) throw tooLarge();
    const prepared = await this.#prepare(request, progress);
    const outcome = await this.#saved(prepared.call.now, () => {
      // First of all: whether a policy has a say may hang on what AWS has finished by now.
      this.#advance(prepared.call.now);
      const refused = this.#refusal(prepared, progress);
      if (refused !== undefined) return { error: refused };
      noteUse(this.#options.store.world, prepared.key, { at: prepared.call.now, service: prepared.service.id, region: prepared.call.region });
      return this.#attempt(prepared);
    });
    if ("error" in outcome) throw outcome.error;
    const lost = this.#faults.after(prepared.service.id, prepared.action);
    if (lost instanceof AwsError) throw lost;
    return lost === "cut" ? { ...outcome.response, isCut: true } : outcome.response;
  }

  /** Finds out what is asked, and by whom. */
  async #prepare(request: HttpRequest, progress: Progress): Promise<Prepared> {
    const { store, services, wallNow } = this.#options;
    const endpoint = endpointOf(request);
    if (!endpoint) throw unknownService(request);
    progress.endpoint = endpoint;
    progress.model = await loadModel(endpoint);
    const now = this.#now();
    const name = endpoint.protocol.operationName(request, endpoint, progress.model);
    const shape = name === undefined ? undefined : progress.model.operations.get(name);
    progress.operation = `${endpoint.iamPrefix}:${shape?.name ?? "unknown"}`;
    const { key, region } = await verifySignature(request, { endpoint, keyOf: (id, token) => keyFor(store.world, id, token), wallNow: wallNow(), now });
    Object.assign(progress, { region, accountId: key.accountId, principal: key.arn });
    if (!shape) throw unknownOperation(endpoint, name);
    const service = services.find((candidate) => candidate.id === endpoint.id);
    const operation = service?.operations.find((candidate) => candidate.name === shape.name);
    if (!service || !operation) throw notImplemented(progress.operation);
    const partition = partitionNamed(region);
    if (!isOfferedIn(partition, service.id, operation.name)) throw notImplemented(`${progress.operation} in the partition ${partition}`);
    const input = endpoint.protocol.read(request, shape);
    const call: Call = { principal: principalOf(key), region, requestId: progress.requestId, now, world: store.world, faults: this.#faults };
    return { endpoint, shape, service, operation, action: progress.operation, key, call, input };
  }

  /** What stands against running a call. */
  #refusal({ shape, service, operation, action, call, input }: Prepared, progress: Progress): AwsError | undefined {
    const denied = authorize({ call, action, input });
    progress.decision = denied ? "denied" : "allowed";
    if (denied) return denied;
    const { accountId } = call.principal;
    const caller = { accountId, organizationId: service.organizationOf?.(call.world, accountId) };
    const throttled = this.#options.throttle ? this.#throttles.check(service.id, operation.name, caller, call.now) : undefined;
    if (throttled) return throttled;
    const [first, ...others] = violationsOf(operation, shape.input, input);
    return first ? service.refuse([first, ...others]) : this.#faults.before(service.id, action);
  }

  /** Runs the operation, in the world as it was if the fault says so; a list that could not be made then is made now. */
  #attempt(prepared: Prepared): Outcome {
    const age = this.#faults.staleness(prepared.action);
    const stale = age === undefined ? undefined : this.#past.visit(this.#options.store.world, prepared.call.now - age, () => this.#run(prepared));
    return stale !== undefined && "response" in stale ? stale : this.#run(prepared);
  }

  /** Nothing that the operation wrote is kept if it fails. */
  #run({ endpoint, shape, operation, call, input }: Prepared): Outcome {
    const { world } = this.#options.store;
    const before = world.savepoint();
    try {
      const output = operation.run(call, input as never);
      return { response: endpoint.protocol.write(endpoint, shape, output, call.requestId) };
    } catch (error) {
      tellUndeclared(operation, error);
      world.rollback(before);
      return { error };
    }
  }

  /** What AWS does by itself between calls. It stays even if the call then fails. */
  #advance(now: number): void {
    for (const service of this.#options.services) service.advance?.(this.#options.store.world, now);
  }

  /** Puts what was changed on disk before anyone hears of it; if that fails, it is undone. */
  async #saved<T>(now: number, change: () => T): Promise<T> {
    const { store } = this.#options;
    const before = store.world.savepoint();
    try {
      const result = change();
      const { reach } = this.#faults;
      const differences = reach > 0 ? store.world.differences() : [];
      await store.save(now);
      this.#past.keep(now, differences, reach);
      return result;
    } catch (error) {
      store.world.rollback(before);
      throw error;
    }
  }

  #now(): number {
    this.#lastNow = Math.max(this.#lastNow, this.#options.clock.now());
    return this.#lastNow;
  }
}

type Outcome = { readonly response: HttpResponse } | { readonly error: unknown };

function unknownOperation(endpoint: Endpoint, name: string | undefined): AwsError {
  const [code, status] = endpoint.protocol.codes.unknownOperation;
  const version = endpoint.version === undefined ? "" : ` for version ${endpoint.version}`;
  return new AwsError(code, name === undefined ? `The request names no operation${version}.` : `Could not find operation ${name}${version}.`, { status });
}

const notImplemented = (action: string): AwsError => new AwsError("NotImplemented", `landfall's emulator does not implement ${action}`);

function internalFailure(progress: Progress, thrown: unknown): AwsError {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new AwsError("InternalFailure", `landfall's emulator failed in ${progress.operation}: ${reason}`, { status: 500 });
}

/** Some operations decide themselves who may; what they say counts. */
function logged(progress: Progress, answer: Pick<LoggedCall, "at" | "status" | "milliseconds">, error: AwsError | undefined): LoggedCall {
  const { requestId, operation, region, accountId, principal } = progress;
  const decision = error !== undefined && DENIALS.has(error.code) ? "denied" : progress.decision;
  return { requestId, operation, region, accountId, principal, decision, error: error?.code, message: error?.message, ...answer };
}

const DENIALS: ReadonlySet<string> = new Set(["AccessDenied", "AccessDeniedException"]);
