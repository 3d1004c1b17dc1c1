import type { CreateAccountStatus } from "@aws-sdk/client-organizations";
import type { Aws } from "../../aws/index.ts";
import { creations } from "./creations.ts";

/** Pauses between two looks: short at first, for a creation that is quick, then as long as AWS's minutes deserve. */
const FIRST_LOOK_MILLIS = 1_000;
const LOOK_MILLIS = 5_000;

/**
 * Waits for account creations. All that are under way share one list of what AWS is still working on; only a creation
 * that has left the list is asked for its outcome.
 */
export class CreationWatch {
  readonly #aws: Aws;
  readonly #waiting = new Map<string, { done: (status: CreateAccountStatus) => void; failed: (error: unknown) => void }>();
  #looking = false;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The outcome of a creation. Rejects when the signal is aborted; the creation itself goes on at AWS. */
  async outcome(requestId: string, signal: AbortSignal): Promise<CreateAccountStatus> {
    signal.throwIfAborted();
    return new Promise((done, failed) => {
      const stop = (): void => {
        this.#waiting.delete(requestId);
        failed(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      const settled = <T>(settle: (value: T) => void) => (value: T): void => {
        signal.removeEventListener("abort", stop);
        settle(value);
      };
      this.#waiting.set(requestId, { done: settled(done), failed: settled(failed) });
      if (!this.#looking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    let pause = FIRST_LOOK_MILLIS;
    while (this.#waiting.size > 0) {
      await this.#aws.clock.sleep(pause);
      pause = Math.min(LOOK_MILLIS, pause * 2);
      try {
        await this.#settle();
      } catch (error) {
        for (const [id, { failed }] of this.#waiting) {
          this.#waiting.delete(id);
          failed(error);
        }
      }
    }
    this.#looking = false;
  }

  async #settle(): Promise<void> {
    const asked = [...this.#waiting.keys()];
    // One creation alone is asked for itself: a list would cost as much and say less.
    const running = asked.length > 1 ? new Set((await creations(this.#aws, ["IN_PROGRESS"])).map(({ Id }) => Id)) : new Set<string>();
    await Promise.all(asked.filter((id) => !running.has(id)).map((id) => this.#ask(id)));
  }

  async #ask(CreateAccountRequestId: string): Promise<void> {
    const { CreateAccountStatus = {} } = await (await this.#aws.organizations()).describeCreateAccountStatus({ CreateAccountRequestId });
    if (CreateAccountStatus.State === "IN_PROGRESS") return;
    const waiting = this.#waiting.get(CreateAccountRequestId);
    this.#waiting.delete(CreateAccountRequestId);
    waiting?.done(CreateAccountStatus);
  }
}

const watches = new WeakMap<Aws, CreationWatch>();

/** The one watch of a way to AWS. */
export function watchOf(aws: Aws): CreationWatch {
  const known = watches.get(aws);
  if (known !== undefined) return known;
  const made = new CreationWatch(aws);
  watches.set(aws, made);
  return made;
}
