import { existsSync, readFileSync } from "node:fs";

const SCHEDULER = "/proc/self/schedstat";
const canTell = existsSync(SCHEDULER);

/** How long this thread has had a processor, in milliseconds; by the clock where the system does not tell. */
const had = () => (canTell ? Number(readFileSync(SCHEDULER, "utf8").split(" ")[0]) / 1e6 : performance.now());

/**
 * Times calls one at a time, in milliseconds: `wall` by the clock, `processor` for as long as the thread had one. Between
 * them lie the disk, and whatever else ran on the machine.
 */
export class Stopwatch {
  #calls = [];

  async time(name, call) {
    const [before, start] = [had(), performance.now()];
    try {
      return await call();
    } finally {
      const wall = performance.now() - start;
      this.#calls.push({ name, wall, processor: had() - before });
    }
  }

  get total() {
    return this.#calls.length;
  }

  times(by) {
    return this.#calls.map((call) => call[by]);
  }

  slowest(by) {
    return this.#calls.reduce((a, b) => (b[by] > a[by] ? b : a));
  }

  /** Every operation: how often it was called, and its slowest call. */
  table() {
    const names = [...new Set(this.#calls.map(({ name }) => name))];
    const rows = names.map((name) => {
      const calls = this.#calls.filter((call) => call.name === name);
      return { name, count: calls.length, wall: Math.max(...calls.map(({ wall }) => wall)), processor: Math.max(...calls.map(({ processor }) => processor)) };
    });
    return rows
      .toSorted((a, b) => b.processor - a.processor)
      .map(({ name, count, wall, processor }) => `${name.padEnd(42)} ${String(count).padStart(7)} ${wall.toFixed(1).padStart(8)} ms ${processor.toFixed(1).padStart(8)} ms`)
      .join("\n");
  }
}
