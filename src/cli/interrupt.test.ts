import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { stopOnInterrupt } from "./interrupt.ts";

it("the first interrupt lets calls in flight end, the second gives the terminal back and leaves", () => {
  const told: string[] = [];
  const view = { note: (text: string) => void told.push(text), close: () => void told.push("closed") };
  // Other programs of this process leave when they are told to.
  const signals = new EventEmitter();
  const interrupt = stopOnInterrupt(view, (code) => told.push(`exit ${code}`), signals);
  signals.emit("SIGHUP");
  expect(interrupt.signal.aborted).toBe(true);
  expect(told).toEqual([expect.stringContaining("Press Ctrl-C again")]);
  signals.emit("SIGHUP");
  expect(told.slice(1)).toEqual([expect.stringContaining("goes on from there"), "closed", "exit 130"]);
  interrupt.stop();
  expect(signals.listenerCount("SIGHUP")).toBe(0);
});
