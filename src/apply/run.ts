import { setMaxListeners } from "node:events";
import pLimit from "p-limit";
import type { Aws } from "../aws/index.ts";
import type { Diagnostic, Emit } from "../diagnostics/index.ts";
import { type Address, ORGANIZATION } from "../ids/index.ts";
import type { Observation } from "../inventory/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import { type Change, type ChangeScope, isRemoval, PHASES, type Plan } from "../plan/index.ts";
import { resourceOf } from "../resources/index.ts";
import { explainFailure } from "./failure.ts";
import { Ids } from "./ids.ts";

export interface ApplyInput {
  readonly plan: Plan;
  /** What AWS had when the plan was made. */
  readonly observation: Observation;
  readonly aws: Aws;
  readonly emit: Emit;
  /** Names the run in the lock and in events. */
  readonly run: string;
  /** Whether steps of a person are taken as done, as on an embedded AWS where nobody can click. Default: false. */
  readonly standsIn?: boolean;
  /** When aborted, calls in flight are finished and nothing more is started. */
  readonly signal: AbortSignal;
}

export interface Failure {
  readonly change: Change;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplyResult {
  readonly done: readonly Change[];
  readonly failed: readonly Failure[];
  /** Not started: because of a failure, or because the run was stopped. */
  readonly skipped: readonly Change[];
  /** Of the organization that was there or was made. */
  readonly organizationId?: string;
}

type Outcome = "done" | "failed" | "skipped";
/** Work in a lane, which it may leave before it is done. */
type Task = (leave: () => void) => Promise<Outcome>;

/** Changes at work at the same time, of all kinds; AWS's rates hold them back further. */
const AT_ONCE = 24;

/** Carries out a plan: phase after phase, in each as many changes at once as their order and AWS's limits allow. */
export async function apply(input: ApplyInput): Promise<ApplyResult> {
  const { plan, aws, emit, run } = input;
  const start = aws.clock.now();
  const callsBefore = total(aws);
  emit({ name: "apply.start", run, changes: plan.changes.length });
  const worker = new Worker(input);
  // Everything that waits listens to it, far more than the ten at which Node suspects a leak.
  setMaxListeners(0, input.signal);
  aws.stopOn(input.signal);
  try {
    await worker.guards(plan.changes);
    for (const phase of PHASES) await worker.phase(plan.changes.filter((change) => change.phase === phase));
  } finally {
    aws.stopOn(undefined);
  }
  const { done, failed, skipped, organizationId } = worker;
  emit({
    name: "apply.end",
    done: done.length,
    failed: failed.length,
    skipped: skipped.length,
    calls: total(aws) - callsBefore,
    millis: aws.clock.now() - start,
  });
  return { done, failed, skipped, organizationId };
}

class Worker {
  readonly done: Change[] = [];
  readonly failed: Failure[] = [];
  readonly skipped: Change[] = [];
  readonly #input: ApplyInput;
  readonly #ids: Ids;
  readonly #slots = pLimit(AT_ONCE);
  readonly #creations = pLimit(ORGANIZATIONS_QUOTAS.concurrentCreateAccount);
  readonly #closures = pLimit(ORGANIZATIONS_QUOTAS.concurrentCloseAccount);

  constructor(input: ApplyInput) {
    this.#input = input;
    this.#ids = new Ids(input.observation);
  }

  get organizationId(): string | undefined {
    return this.#ids.has(ORGANIZATION) ? this.#ids.of(ORGANIZATION) : undefined;
  }

  /** Writes the guards of policies; nothing else starts before all of them stand. */
  async guards(changes: readonly Change[]): Promise<void> {
    const writes = changes.flatMap((change) => {
      const { guard, desired } = change;
      if (guard === undefined || desired?.kind !== "policy") return [];
      const write: Change = { ...change, desired: { ...desired, document: guard }, differences: [{ field: "guard" }] };
      return [this.#slots(async () => (this.#input.signal.aborted ? "skipped" : this.#attempt(write, change)))];
    });
    await Promise.all(writes);
  }

  /** Runs one phase; after a failure in an earlier one, nothing of it is started. */
  async phase(all: readonly Change[]): Promise<void> {
    const changes = all.filter((change) => !this.failed.some((failure) => failure.change === change));
    const blocked = this.failed[0]?.change.address ?? this.skipped[0]?.address;
    const byAddress = new Map(changes.map((change) => [change.address, change]));
    const outcomes = new Map<Address, Promise<Outcome>>();
    const outcomeOf = (change: Change): Promise<Outcome> => {
      const known = outcomes.get(change.address);
      if (known !== undefined) return known;
      const waits = change.waitsFor.flatMap((address) => byAddress.get(address) ?? []);
      const outcome = blocked === undefined ? this.#after(change, waits, outcomeOf) : Promise.resolve(this.#skip(change, blocked));
      outcomes.set(change.address, outcome);
      return outcome;
    };
    await Promise.all(changes.map(outcomeOf));
  }

  async #after(change: Change, waits: readonly Change[], outcomeOf: (change: Change) => Promise<Outcome>): Promise<Outcome> {
    // The first wait only lets every change of the phase take its place before one starts.
    await Promise.resolve();
    const before = await Promise.all(waits.map(async (other) => ({ other, outcome: await outcomeOf(other) })));
    if (change.yours !== undefined && this.#input.standsIn !== true) return this.#skip(change, change.yours);
    const cause = before.find(({ outcome }) => outcome !== "done");
    if (cause !== undefined) return this.#skip(change, cause.other.address);
    return this.#laneOf(change)((leave) => this.#perform(change, leave));
  }

  /** AWS creates five accounts at a time and closes three; everything else shares one lane. */
  #laneOf(change: Change): (task: Task) => Promise<Outcome> {
    const lane = change.kind !== "account" ? this.#slots : change.action === "create" ? this.#creations : change.action === "close" ? this.#closures : this.#slots;
    // A task may leave its lane before it is done.
    return (task) => new Promise((resolve, reject) => void lane(() => new Promise<void>((leave) => void task(leave).then(resolve, reject).finally(leave))));
  }

  async #perform(change: Change, leave: () => void): Promise<Outcome> {
    const { aws, emit, signal } = this.#input;
    const { address, action } = change;
    if (signal.aborted) return this.#skip(change, address);
    const start = aws.clock.now();
    emit({ name: "change.start", address, action });
    const outcome = await this.#attempt(change, change, leave);
    if (outcome !== "done") return outcome;
    this.done.push(change);
    emit({ name: "change.done", address, action, millis: aws.clock.now() - start });
    return "done";
  }

  /** Makes the calls of a change, or of a part of one: `of` is the change that failed or was stopped if they do. */
  async #attempt(change: Change, of: Change, leaveLane: () => void = () => {}): Promise<Outcome> {
    const { aws, emit, signal } = this.#input;
    const { address, action } = change;
    const resource = resourceOf(change.kind);
    const scope: ChangeScope = {
      change,
      emit,
      signal,
      leaveLane,
      creationsInFlight: this.#input.observation.creationsInFlight,
      idOf: (other) => this.#ids.of(other),
      learn: (other, id) => this.#ids.learn(other, id),
    };
    try {
      if (isRemoval(change)) await resource.remove(aws, scope);
      else this.#ids.learn(address, await resource.ensure(aws, scope));
      return "done";
    } catch (error) {
      if (signal.aborted && error instanceof Error && error.name === "AbortError") return this.#skip(of, address);
      const diagnostics = explainFailure(error, of, aws.homeRegion);
      this.failed.push({ change: of, diagnostics });
      emit({ name: "change.failed", address, action, summary: diagnostics[0]?.summary ?? "", code: diagnostics[0]?.code ?? "" });
      return "failed";
    }
  }

  #skip(change: Change, because: Address): Outcome {
    this.skipped.push(change);
    this.#input.emit({ name: "change.skipped", address: change.address, action: change.action, because });
    return "skipped";
  }
}

const total = (aws: Aws): number => Object.values(aws.calls()).reduce((sum, count) => sum + count, 0);
