import type { Account, CreateAccountStatus } from "@aws-sdk/client-organizations";
import type { Aws } from "../../aws/index.ts";
import { creations } from "./creations.ts";

/** Pauses before the looks that follow the first: short, for a creation that is quick, then as long as AWS's minutes deserve. */
const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 5_000;
/** How long the first look waits for requests on their way to AWS, so that it looks for all of them at once. */
const GATHER_MILLIS = 250;

/** A creation that AWS has taken. */
export interface Begun {
  readonly requestId: string;
  readonly email: string;
  /** By AWS's clock; undefined for one that an earlier run began. */
  readonly requestedAt: number | undefined;
  /** Where AWS puts new accounts. */
  readonly rootId: string;
}

interface Waiting extends Begun {
  readonly done: (status: CreateAccountStatus) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Waits for account creations, all that are under way with one call. The first look, at once, finds accounts that are
 * there already in the root. Later ones ask AWS what it is still working on; what has left that list is found in the
 * root, or asked for its outcome.
 */
export class CreationWatch {
  readonly #aws: Aws;
  readonly #waiting = new Map<string, Waiting>();
  readonly #asking = new Set<Promise<unknown>>();
  #looking = false;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** Has the first look wait for a request on its way. */
  async while<T>(request: Promise<T>): Promise<T> {
    this.#asking.add(request);
    try {
      return await request;
    } finally {
      this.#asking.delete(request);
    }
  }

  /** The outcome of a creation. Rejects when the signal is aborted; the creation itself goes on at AWS. */
  async outcome(begun: Begun, signal: AbortSignal): Promise<CreateAccountStatus> {
    signal.throwIfAborted();
    const { requestId } = begun;
    return new Promise((done, failed) => {
      const stop = (): void => {
        this.#waiting.delete(requestId);
        failed(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      const settled = <T>(settle: (value: T) => void) => (value: T): void => {
        signal.removeEventListener("abort", stop);
        this.#waiting.delete(requestId);
        settle(value);
      };
      this.#waiting.set(requestId, { ...begun, done: settled(done), failed: settled(failed) });
      if (!this.#looking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    await this.#gather();
    for (let pause = 0; this.#waiting.size > 0; pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2 || FIRST_PAUSE_MILLIS)) {
      if (pause > 0) await this.#aws.clock.sleep(pause);
      const asked = [...this.#waiting.values()];
      try {
        await (pause === 0 && asked.length > 1 ? this.#findInRoot(asked) : this.#settle(asked));
      } catch (error) {
        for (const { failed } of asked) failed(error);
      }
    }
    this.#looking = false;
  }

  async #gather(): Promise<void> {
    const over = new AbortController();
    const late = this.#aws.clock.sleep(GATHER_MILLIS, over.signal).catch(() => {});
    await Promise.race([late, this.#untilAnswered()]);
    over.abort();
  }

  async #untilAnswered(): Promise<void> {
    while (this.#asking.size > 0) await Promise.allSettled(this.#asking);
    // Who has just been answered registers first.
    await Promise.resolve();
  }

  async #settle(asked: readonly Waiting[]): Promise<void> {
    // One creation alone is asked for itself: a list would cost as much and say less.
    const running = asked.length > 1 ? new Set((await creations(this.#aws, ["IN_PROGRESS"])).map(({ Id }) => Id)) : new Set<string>();
    const over = asked.filter(({ requestId }) => !running.has(requestId));
    const left = over.length > 1 ? await this.#findInRoot(over) : over;
    await Promise.all(left.map((waiting) => this.#ask(waiting)));
  }

  /**
   * Settles what is in the root by now, as far as one page shows, and returns the rest. An account has the e-mail
   * address of its request and has joined after it, so that no older one is taken for it.
   * Unconfirmed: that an account AWS lists as active can be moved although its creation may still count as in progress;
   * if it does count, AWS refuses the sixth creation, which is then asked for again.
   */
  async #findInRoot(asked: readonly Waiting[]): Promise<readonly Waiting[]> {
    const [first] = asked;
    const { Accounts = [] } = await (await this.#aws.organizations()).listAccountsForParent({ ParentId: first?.rootId });
    const byEmail = new Map(Accounts.map((account) => [account.Email?.toLowerCase(), account]));
    return asked.filter((waiting) => {
      const account = byEmail.get(waiting.email.toLowerCase());
      if (account === undefined || !isResultOf(account, waiting)) return true;
      waiting.done({ State: "SUCCEEDED", AccountId: account.Id });
      return false;
    });
  }

  async #ask({ requestId, done }: Waiting): Promise<void> {
    const { CreateAccountStatus = {} } = await (await this.#aws.organizations()).describeCreateAccountStatus({ CreateAccountRequestId: requestId });
    if (CreateAccountStatus.State !== "IN_PROGRESS") done(CreateAccountStatus);
  }
}

const isResultOf = ({ Id, State, Status, JoinedTimestamp }: Account, { requestedAt }: Begun): boolean =>
  Id !== undefined && (State ?? Status) === "ACTIVE" && requestedAt !== undefined && (JoinedTimestamp?.getTime() ?? 0) >= requestedAt;

const watches = new WeakMap<Aws, CreationWatch>();

/** The one watch of a way to AWS. */
export function watchOf(aws: Aws): CreationWatch {
  const known = watches.get(aws);
  if (known !== undefined) return known;
  const made = new CreationWatch(aws);
  watches.set(aws, made);
  return made;
}
