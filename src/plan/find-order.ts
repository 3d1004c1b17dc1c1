import type { Change } from "./plan.ts";

/** Judges one step after the other. */
export interface Judge {
  /** Whether AWS would take the step now. */
  isPossible(step: Change): boolean;
  make(step: Change): void;
  takeBack(step: Change): void;
  /** Whether the step that was just made opened nothing. */
  isSafeAfter(step: Change): boolean;
}

export interface Order {
  readonly order?: readonly Change[];
  /** Where there is none: the steps that were left where the search first came to an end. */
  readonly stuck: readonly Change[];
}

/** Steps that are tried before the search is given up. An order is mostly found at the first try. */
const MOST_TRIES = 20_000;

/** Finds an order in which every step is safe, as near as may be to the given one. The judge is left where the order ends. */
export function findOrder(steps: readonly Change[], judge: Judge): Order {
  const order: number[] = [];
  const next = [0];
  const done = steps.map(() => false);
  const deadEnds = new Set<string>();
  let stuck: readonly Change[] | undefined;
  let tries = 0;
  while (order.length < steps.length) {
    const index = next.pop() ?? 0;
    const step = steps[index];
    if (step === undefined || tries > MOST_TRIES) {
      stuck ??= steps.filter((_, each) => done[each] === false);
      deadEnds.add(keyOf(done));
      const last = order.pop();
      if (last === undefined || tries > MOST_TRIES) return { stuck };
      done[last] = false;
      judge.takeBack(steps[last] as Change);
      continue;
    }
    next.push(index + 1);
    if (done[index] === true || !judge.isPossible(step)) continue;
    tries += 1;
    done[index] = true;
    judge.make(step);
    if (!deadEnds.has(keyOf(done)) && judge.isSafeAfter(step)) {
      order.push(index);
      next.push(0);
      continue;
    }
    done[index] = false;
    judge.takeBack(step);
  }
  return { order: order.map((index) => steps[index] as Change), stuck: [] };
}

const keyOf = (done: readonly boolean[]): string => done.map(Number).join("");
