// Ways to measure that several benches share.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * How often a step runs in a second of one thread: the median of several runs after a warm-up. `processor` counts the
 * time that the process had a processor, garbage collection included, which on a quiet machine is the same as `wall`, the
 * clock's time; other work on the machine falsifies it less.
 */
export function rateOf(step, { warmUp = 2000, runs = 5, milliseconds = 1000, batch = 500 } = {}) {
  let count = 0;
  const during = (length) => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    let done = 0;
    do {
      for (let i = 0; i < batch; i++) step(count++);
      done += batch;
    } while (performance.now() - start < length);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (done * 1000) / (performance.now() - start), processor: (done * 1_000_000) / (user + system) };
  };
  during(warmUp);
  const found = Array.from({ length: runs }, () => during(milliseconds));
  return { wall: median(found.map(({ wall }) => wall)), processor: median(found.map(({ processor }) => processor)) };
}

/** Seconds of processor and clock that one run of a task takes: the medians of several, each with its own input. */
export function secondsOf(prepare, task, runs = 5) {
  const found = Array.from({ length: runs }, () => {
    const input = prepare();
    const start = performance.now();
    const cpu = process.cpuUsage();
    task(input);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1_000_000 };
  });
  return { wall: median(found.map(({ wall }) => wall)), processor: median(found.map(({ processor }) => processor)) };
}

/** Bytes that one step leaves on the heap, garbage included; few enough steps that none is collected on the way. */
export function bytesOf(step, steps = 20_000) {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  for (let i = 0; i < 100_000; i++) step(i);
  const found = Array.from({ length: 5 }, () => {
    gc();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < steps; i++) step(i);
    return (process.memoryUsage().heapUsed - before) / steps;
  });
  return median(found);
}
