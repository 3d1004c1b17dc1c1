import { type Aws, awsErrorName } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { hasEnded, type ProcessOfMachine } from "./machine.ts";

/** The parameter that is the lock, in the home Region of the management account. */
export const LOCK_NAME = "/landfall/lock";

/** A run that does not renew for this long is taken for dead. */
const LEASE_MILLIS = 15 * 60_000;
const RENEW_MILLIS = 3 * 60_000;

/** Who takes the lock. */
export interface LockTaker {
  readonly holder: string;
  readonly run: string;
  /** The hash of the plan that is to be carried out. */
  readonly plan?: string;
  /** With it, another run on the same machine sees at once when this one was killed. */
  readonly process?: ProcessOfMachine;
}

/** What the lock says of its holder. Times are UTC, ISO 8601. */
export interface Hold extends LockTaker {
  readonly since: string;
  readonly until: string;
}

export interface Lock {
  /** Aborted when the lock is lost. */
  readonly lost: AbortSignal;
  /** The dead run it was taken over from, if there was one. */
  readonly tookOver?: Hold;
  /** Writes the hash of the plan into the lock, once it is known. One that is lost meanwhile is told by `lost`. */
  carry(plan: string): Promise<void>;
  /** Throws LF5003 when the lease ended unrenewed, as after a machine slept: somebody else may be at work. */
  assertHeld(): void;
  release(): Promise<void>;
}

/**
 * Takes the lock: a parameter that is written without overwriting, so that AWS decides who was first.
 * A lease that ended is taken over, and so is that of a process of this machine that is gone; AWS's version numbers
 * tell whether someone else did so at the same time.
 * @throws LandfallError LF5001 that names the holder.
 */
export async function takeLock(aws: Aws, who: LockTaker): Promise<Lock> {
  const since = new Date(aws.clock.now()).toISOString();
  const lease = (plan = who.plan): Lease => {
    const until = aws.clock.now() + LEASE_MILLIS;
    return { until, text: JSON.stringify({ ...who, plan, since, until: new Date(until).toISOString() } satisfies Hold) };
  };
  const taken = lease();
  return keep(aws, who.run, lease, taken.until, await first(aws, who.run, taken.text));
}

/** A time the lock is held for, and how the parameter says so. */
interface Lease {
  /** In milliseconds of the run's clock. */
  readonly until: number;
  readonly text: string;
}

interface Taken {
  readonly version: number;
  readonly tookOver?: Hold;
}

/** Writes the parameter for the first time, or over the lease of a run that is dead; returns its version. */
async function first(aws: Aws, run: string, Value: string): Promise<Taken> {
  const ssm = await aws.ssm();
  try {
    const { Version = 1 } = await ssm.putParameter({ Name: LOCK_NAME, Value, Type: "String", Description: "Held by a run of landfall apply" });
    return { version: Version };
  } catch (error) {
    if (awsErrorName(error) !== "ParameterAlreadyExists") throw error;
  }
  const held = await read(aws);
  if (held === undefined) return first(aws, run, Value);
  // The answer to the first try was lost: the lock that is in the way is this run's own.
  if (held.hold.run === run) return held;
  if (Date.parse(held.hold.until) > aws.clock.now() && !hasEnded(held.hold.process ?? {})) throw locked(held.hold);
  const { Version = 0 } = await ssm.putParameter({ Name: LOCK_NAME, Value, Type: "String", Overwrite: true });
  const taken: Taken = { version: Version, tookOver: held.hold };
  if (Version === held.version + 1) return taken;
  const now = await read(aws);
  if (now?.hold.run === run && now.version === Version) return taken;
  throw locked(now?.hold ?? held.hold);
}

function keep(aws: Aws, run: string, lease: (plan?: string) => Lease, firstUntil: number, { version: firstVersion, tookOver }: Taken): Lock {
  const lost = new AbortController();
  const released = new AbortController();
  let version = firstVersion;
  let until = firstUntil;
  let known: string | undefined;
  const write = async (): Promise<void> => {
    // Where a lease ended, another may be taking it over this very moment.
    const held = until > aws.clock.now() ? await read(aws) : undefined;
    if (held?.version !== version || held.hold.run !== run) throw lockLost();
    const next = lease(known);
    version = (await (await aws.ssm()).putParameter({ Name: LOCK_NAME, Value: next.text, Type: "String", Overwrite: true })).Version ?? version + 1;
    until = next.until;
  };
  // One after the other, or the one would take the other's version for a stranger's.
  let last: Promise<void> = Promise.resolve();
  const writeNext = (): Promise<void> => (last = last.then(write));
  const lose = (error: unknown): void => {
    if (!released.signal.aborted) lost.abort(error);
  };
  const renew = async (): Promise<void> => {
    while (!released.signal.aborted) {
      await aws.clock.sleep(RENEW_MILLIS, released.signal);
      await writeNext();
    }
  };
  const renewing = renew().catch(lose);
  return {
    lost: lost.signal,
    tookOver,
    carry(plan) {
      known = plan;
      return writeNext().catch(lose);
    },
    assertHeld() {
      if (until > aws.clock.now()) return;
      if (!lost.signal.aborted) lost.abort(lockLost());
      throw lockLost();
    },
    async release() {
      released.abort();
      await renewing;
      await last.catch(() => undefined);
      const isOurs = until > aws.clock.now() || (await lockHolder(aws))?.run === run;
      if (isOurs && !lost.signal.aborted) await breakLock(aws);
    },
  };
}

/** Who holds the lock; undefined when nobody does. */
export const lockHolder = async (aws: Aws): Promise<Hold | undefined> => (await read(aws))?.hold;

/** Takes the lock from whoever holds it. The run that held it stops by itself when it next renews. */
export async function breakLock(aws: Aws): Promise<void> {
  try {
    await (await aws.ssm()).deleteParameter({ Name: LOCK_NAME });
  } catch (error) {
    if (awsErrorName(error) !== "ParameterNotFound") throw error;
  }
}

async function read(aws: Aws): Promise<{ version: number; hold: Hold } | undefined> {
  try {
    const { Parameter } = await (await aws.ssm()).getParameter({ Name: LOCK_NAME });
    return { version: Parameter?.Version ?? 0, hold: parse(Parameter?.Value ?? "") };
  } catch (error) {
    if (awsErrorName(error) === "ParameterNotFound") return undefined;
    throw error;
  }
}

/** A lock that somebody wrote by hand holds for ever: better to ask than to break it. */
function parse(text: string): Hold {
  const unknown: Hold = { holder: "unknown", run: "unknown", since: "unknown", until: "9999-12-31T00:00:00.000Z" };
  try {
    const value = JSON.parse(text) as Partial<Hold> | null;
    return Number.isNaN(Date.parse(value?.until ?? "")) ? unknown : { ...unknown, ...value };
  } catch {
    return unknown;
  }
}

const locked = ({ holder, run, since, until }: Hold): LandfallError =>
  new LandfallError(
    {
      code: "LF5001",
      severity: "error",
      summary: `Another run holds the lock: ${holder}, run ${run}, since ${since}.`,
      detail: `Its lease ends at ${until} unless it is renewed.`,
      fix: `Wait for it. If that run is surely dead:\n\n  landfall unlock`,
    },
    "refused",
  );

const lockLost = (): LandfallError =>
  new LandfallError({ code: "LF5003", severity: "error", summary: "The lock was lost while this run was at work; it started nothing more.", fix: "Run `landfall apply` again once no other run is at work." }, "refused");
