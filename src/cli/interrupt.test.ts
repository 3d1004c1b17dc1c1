import { expect, it } from "vitest";
import { stopOnInterrupt } from "./interrupt.ts";

it("the first interrupt lets calls in flight end, the second gives the terminal back and leaves", () => {
  const told: string[] = [];
  const view = { note: (text: string) => void told.push(text), close: () => void told.push("closed") };
  const interrupt = stopOnInterrupt(view, (code) => told.push(`exit ${code}`));
  process.emit("SIGHUP");
  expect(interrupt.signal.aborted).toBe(true);
  expect(told).toEqual([expect.stringContaining("Press Ctrl-C again")]);
  process.emit("SIGHUP");
  expect(told.slice(1)).toEqual([expect.stringContaining("goes on from there"), "closed", "exit 130"]);
  interrupt.stop();
  expect(process.listenerCount("SIGHUP")).toBe(0);
});
