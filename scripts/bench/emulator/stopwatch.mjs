import { existsSync, readFileSync } from "node:fs";

const SCHEDULER = "/proc/self/schedstat";
const canTell = existsSync(SCHEDULER);

/** How long this thread has waited for a processor that others had, in milliseconds; 0 where the system does not tell. */
const waited = () => (canTell ? Number(readFileSync(SCHEDULER, "utf8").split(" ")[1]) / 1e6 : 0);

/**
 * Times calls one at a time, in milliseconds: `wall` by the clock, `undisturbed` without the time in which other programs
 * had the processor, which on a quiet machine is the same.
 */
export class Stopwatch {
  #calls = [];

  async time(name, call) {
    const [before, start] = [waited(), performance.now()];
    try {
      return await call();
    } finally {
      const wall = performance.now() - start;
      this.#calls.push({ name, wall, undisturbed: Math.max(0, wall - (waited() - before)) });
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
      return { name, count: calls.length, wall: Math.max(...calls.map(({ wall }) => wall)), undisturbed: Math.max(...calls.map(({ undisturbed }) => undisturbed)) };
    });
    return rows
      .toSorted((a, b) => b.undisturbed - a.undisturbed)
      .map(({ name, count, wall, undisturbed }) => `${name.padEnd(42)} ${String(count).padStart(7)} ${wall.toFixed(1).padStart(8)} ms ${undisturbed.toFixed(1).padStart(8)} ms`)
      .join("\n");
  }
}
