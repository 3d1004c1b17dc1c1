import { AwsError } from "./aws-error.ts";
import { faultKind, type FaultName } from "./fault-kinds.ts";
import { checkFault, type FaultSpec } from "./fault-spec.ts";
import { Random } from "./store/random.ts";
import { tooManyRequests } from "./throttle.ts";

/** A fault in wait. */
interface Armed {
  readonly spec: FaultSpec;
  readonly parameter: string;
  readonly hits: (action: string) => boolean;
  /** Each fault has its own, so that one does not shift another. */
  readonly random: Random;
  left: number;
}

/**
 * Trouble on demand: the one place that says which call meets which fault. With the same seed and the same calls in
 * the same order it is the same calls. Kept in memory: a restart begins anew.
 */
export class Faults {
  readonly #seed: string;
  #armed: readonly Armed[] = [];
  #paused = 0;

  /** Throws `LandfallError` LF8008 for a fault that there is not. */
  constructor(seed: string, specs: readonly FaultSpec[] = []) {
    this.#seed = seed;
    this.set(specs);
  }

  /** Replaces all faults, and begins their counts and chances anew. */
  set(specs: readonly FaultSpec[]): void {
    for (const spec of specs) checkFault(spec);
    this.#armed = specs.map((spec, index) => arm(spec, Random.fromSeed(`${this.#seed} fault ${index} ${spec.name}`)));
  }

  /** No call meets a fault while the work lasts; counts and chances stay as they are. */
  async pausedFor<T>(work: () => Promise<T>): Promise<T> {
    this.#paused += 1;
    try {
      return await work();
    } finally {
      this.#paused -= 1;
    }
  }

  /** The parameter of the fault with this name that a call meets, counted as met; undefined when it meets none. */
  meet(name: FaultName, action: string): string | undefined {
    if (this.#paused > 0) return undefined;
    return this.#armed.find((armed) => armed.spec.name === name && isMet(armed, action))?.parameter;
  }

  /** The error of a call that fails before it has any effect. */
  before(service: string, action: string): AwsError | undefined {
    if (this.meet("throttle", action) !== undefined) return throttled(service);
    const status = this.meet("server-error", action);
    if (status !== undefined) return serverError(service, status);
    for (const name of ["finalizing-organization", "policy-changes-in-progress", "concurrent-modification"] as const) {
      const error = this.meet(name, action) === undefined ? undefined : faultKind(name)?.error;
      if (error !== undefined) return new AwsError(error.code, error.message);
    }
    const refusal = this.meet("refusal", action);
    return refusal === undefined ? undefined : refused(refusal);
  }

  /** What comes instead of the answer of a call that took effect: an error, or `cut` for a broken connection. */
  after(service: string, action: string): AwsError | "cut" | undefined {
    const how = this.meet("lost-response", action);
    return how === undefined || how === "cut" ? how : serverError(service, how);
  }

  /** How old a list shows the world, in milliseconds; undefined for how it is. */
  staleness(action: string): number | undefined {
    const seconds = this.meet("stale-lists", action);
    return seconds === undefined ? undefined : Number(seconds) * 1000;
  }

  /** How far back a list may look, in milliseconds; 0 when none does. */
  get reach(): number {
    return Math.max(0, ...this.#armed.filter(({ spec }) => spec.name === "stale-lists").map(({ parameter }) => Number(parameter) * 1000));
  }
}

function arm(spec: FaultSpec, random: Random): Armed {
  const kind = faultKind(spec.name);
  const [possible, wanted] = [anyOf(kind?.operations ?? []), anyOf(spec.operations ?? ["*"])];
  return { spec, parameter: spec.parameter ?? kind?.parameter?.default ?? "", hits: (action) => possible(action) && wanted(action), random, left: spec.count ?? Infinity };
}

function anyOf(patterns: readonly string[]): (action: string) => boolean {
  const forms = patterns.map((pattern) => new RegExp(`^${pattern.replaceAll(/[^\w*]/g, "\\$&").replaceAll("*", ".*")}$`, "i"));
  return (action) => forms.some((form) => form.test(action));
}

const CHANCES = 1_000_000;

function isMet(armed: Armed, action: string): boolean {
  if (armed.left === 0 || !armed.hits(action)) return false;
  const { rate = 1 } = armed.spec;
  // A chance is drawn even for a fault that is certain, so that a changed rate moves no other call's luck.
  const isHit = Number(armed.random.text(6, "0123456789")) < rate * CHANCES;
  if (isHit) armed.left -= 1;
  return isHit;
}

/** How services say that there were too many calls; what is not here says `ThrottlingException`. Source: their API models. */
const THROTTLED: Readonly<Record<string, string>> = {
  iam: "Throttling",
  sts: "Throttling",
  "resource-groups-tagging-api": "ThrottledException",
  "service-quotas": "TooManyRequestsException",
};

const throttled = (service: string): AwsError =>
  service === "organizations" || service === "account" ? tooManyRequests(service) : new AwsError(THROTTLED[service] ?? "ThrottlingException", "Rate exceeded");

/** Source: the services' API models; for the others AWS General Reference, "Common error types". */
const FAILED: Readonly<Record<string, string>> = { organizations: "ServiceException", iam: "ServiceFailure" };

function serverError(service: string, status: string): AwsError {
  if (status === "503") return new AwsError("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", { status: 503 });
  return new AwsError(FAILED[service] ?? "InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", { status: 500 });
}

function refused(parameter: string): AwsError {
  const [code = "", reason] = parameter.split(".");
  const message = `The call is refused by the fault refusal:${parameter}.`;
  return new AwsError(code, message, { fields: reason === undefined ? {} : { Reason: reason } });
}
