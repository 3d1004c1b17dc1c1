import type { WriteListener } from "../aws/index.ts";
import type { Observation } from "../inventory/index.ts";
import type { LetThrough } from "./requests.ts";
import { type AccountView, viewsOf } from "./views.ts";

/** Something that was let through on the way, though it was denied before and is denied in the end. */
export interface Gap {
  /** The call after which it was so, for example `organizations:MoveAccount`. */
  readonly after: string;
  readonly accountId: string;
  /** What was let through, for example `s3:DeleteBucket in eu-west-1`. */
  readonly requests: readonly string[];
}

/** Calls after which an account's policies may be others than before. */
const BEARING: ReadonlySet<string> = new Set(["MoveAccount", "AttachPolicy", "DetachPolicy", "UpdatePolicy", "EnablePolicyType", "DisablePolicyType"].map((name) => `organizations:${name}`));

interface Moment {
  readonly after: string;
  readonly views: ReadonlyMap<string, AccountView>;
}

/**
 * Looks at the copy after every call that may bear on what accounts are let do. Calls that change something wait for one
 * another, so that each look sees the world between two calls. Decision: what no policy lets through before and after a
 * plan, none may let through in between.
 */
export class PromiseWatch implements WriteListener {
  readonly #look: (operation: string, input: object) => Promise<Observation>;
  readonly #moments: Moment[] = [];
  readonly #calls = new Map<number, { readonly operation: string; readonly input: object; readonly release: () => void }>();
  #last: Promise<void> = Promise.resolve();
  #number = 0;

  constructor(look: (operation: string, input: object) => Promise<Observation>) {
    this.#look = look;
  }

  /** How many times the copy was looked at. */
  get looks(): number {
    return this.#moments.length;
  }

  async before(operation: string, input: unknown): Promise<number> {
    const turn = this.#last;
    const { promise, release } = gate();
    this.#last = promise;
    await turn;
    this.#number += 1;
    this.#calls.set(this.#number, { operation, input: input ?? {}, release });
    return this.#number;
  }

  async after(call: number): Promise<void> {
    const { operation = "", input = {}, release } = this.#calls.get(call) ?? {};
    this.#calls.delete(call);
    try {
      // A call that failed may have taken effect all the same.
      if (BEARING.has(operation)) this.#moments.push({ after: operation, views: viewsOf(await this.#look(operation, input)) });
    } finally {
      release?.();
    }
  }

  /** What was let through on the way and should not have been. */
  gaps(before: Observation, end: Observation, through: LetThrough): Gap[] {
    const [beginning, goal] = [viewsOf(before), viewsOf(end)];
    return this.#moments.flatMap(({ after, views }) =>
      [...views].flatMap(([accountId, view]) => {
        const opened = openedIn(view, beginning.get(accountId), goal.get(accountId), through);
        return opened.length === 0 ? [] : [{ after, accountId, requests: opened.map((request) => through.nameOf(request)) }];
      }),
    );
  }
}

function openedIn(view: AccountView, before: AccountView | undefined, goal: AccountView | undefined, through: LetThrough): number[] {
  if (!view.isActive || goal?.isActive !== true) return [];
  if (before !== undefined) {
    const [first, last] = [through.of(before), through.of(goal)];
    return [...through.of(view)].filter((request) => !first.has(request) && !last.has(request));
  }
  // AWS puts a new account into the root, and nothing can be attached to one before it is there.
  if (view.parent !== goal.parent) return [];
  const last = through.of(goal, true);
  return [...through.of(view, true)].filter((request) => !last.has(request));
}

function gate(): { promise: Promise<void>; release: () => void } {
  let release = (): void => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
