/** Times calls one at a time, by the wall's clock and by processor time; both in milliseconds. */
export class Stopwatch {
  #calls = [];

  async time(name, call) {
    const [before, start] = [process.cpuUsage(), performance.now()];
    try {
      return await call();
    } finally {
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      this.#calls.push({ name, wall, processor: (user + system) / 1_000 });
    }
  }

  get total() {
    return this.#calls.length;
  }

  walls() {
    return this.#calls.map(({ wall }) => wall);
  }

  slowest(by = "wall") {
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
      .toSorted((a, b) => b.wall - a.wall)
      .map(({ name, count, wall, processor }) => `${name.padEnd(42)} ${String(count).padStart(7)} ${wall.toFixed(1).padStart(8)} ms ${processor.toFixed(1).padStart(8)} ms`)
      .join("\n");
  }
}
