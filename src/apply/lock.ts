import { type Aws, awsErrorName } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";

/** The parameter that is the lock, in the home Region of the management account. */
export const LOCK_NAME = "/landfall/lock";

/** A run that does not renew for this long is taken for dead. */
const LEASE_MILLIS = 15 * 60_000;
const RENEW_MILLIS = 3 * 60_000;

/** What the lock says of its holder. */
export interface Hold {
  readonly holder: string;
  readonly run: string;
  readonly since: string;
  readonly until: string;
}

export interface Lock {
  /** Aborted when the lock is lost. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes the lock: a parameter that is written without overwriting, so that AWS decides who was first.
 * A lease that ended is taken over; AWS's version numbers tell whether someone else did so at the same time.
 * @throws LandfallError LF5001 that names the holder.
 */
export async function takeLock(aws: Aws, who: { readonly holder: string; readonly run: string }): Promise<Lock> {
  const since = new Date(aws.clock.now()).toISOString();
  const hold = (): string => {
    const until = new Date(aws.clock.now() + LEASE_MILLIS).toISOString();
    return JSON.stringify({ ...who, since, until } satisfies Hold);
  };
  return keep(aws, who.run, hold, await first(aws, who.run, hold()));
}

/** Writes the parameter for the first time, or over an ended lease; returns its version. */
async function first(aws: Aws, run: string, Value: string): Promise<number> {
  const ssm = await aws.ssm();
  try {
    const { Version = 1 } = await ssm.putParameter({ Name: LOCK_NAME, Value, Type: "String", Description: "Held by a run of landfall apply" });
    return Version;
  } catch (error) {
    if (awsErrorName(error) !== "ParameterAlreadyExists") throw error;
  }
  const held = await read(aws);
  if (held === undefined) return first(aws, run, Value);
  // The answer to the first try was lost: the lock that is in the way is this run's own.
  if (held.hold.run === run) return held.version;
  if (Date.parse(held.hold.until) > aws.clock.now()) throw locked(held.hold);
  const { Version = 0 } = await ssm.putParameter({ Name: LOCK_NAME, Value, Type: "String", Overwrite: true });
  if (Version === held.version + 1) return Version;
  const now = await read(aws);
  if (now?.hold.run === run && now.version === Version) return Version;
  throw locked(now?.hold ?? held.hold);
}

function keep(aws: Aws, run: string, hold: () => string, firstVersion: number): Lock {
  const lost = new AbortController();
  const released = new AbortController();
  let version = firstVersion;
  const renew = async (): Promise<void> => {
    const ssm = await aws.ssm();
    while (!released.signal.aborted) {
      await aws.clock.sleep(RENEW_MILLIS, released.signal);
      const held = await read(aws);
      if (held?.version !== version || held.hold.run !== run) throw lockLost();
      version = (await ssm.putParameter({ Name: LOCK_NAME, Value: hold(), Type: "String", Overwrite: true })).Version ?? version + 1;
    }
  };
  const renewing = renew().catch((error: unknown) => {
    if (!released.signal.aborted) lost.abort(error);
  });
  return {
    lost: lost.signal,
    async release() {
      released.abort();
      await renewing;
      if (!lost.signal.aborted) await breakLock(aws);
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
