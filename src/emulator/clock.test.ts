import { describe, expect, it } from "vitest";
import { manualClock, notBefore, scaledClock, systemClock } from "./clock.ts";

describe("a manual clock", () => {
  it("stands still until it is moved", () => {
    const clock = manualClock(1_000);
    expect(clock.now()).toBe(1_000);
    clock.advance(500);
    expect(clock.now()).toBe(1_500);
  });

  it("wakes those whose time has come, earliest first", async () => {
    const clock = manualClock();
    const woken: string[] = [];
    const late = clock.sleep(200).then(() => woken.push("late"));
    const early = clock.sleep(100).then(() => woken.push("early"));
    clock.advance(99);
    await Promise.resolve();
    expect(woken).toEqual([]);
    clock.advance(101);
    await Promise.all([late, early]);
    expect(woken).toEqual(["early", "late"]);
  });

  it("lets a sleeper be called off, with the reason given", async () => {
    const clock = manualClock();
    const controller = new AbortController();
    const sleep = clock.sleep(100, controller.signal);
    controller.abort(new Error("enough"));
    await expect(sleep).rejects.toThrow("enough");
    await expect(clock.sleep(100, controller.signal)).rejects.toThrow("enough");
  });
});

describe("a scaled clock", () => {
  it("starts at the wall's time and runs ahead of it", async () => {
    const before = Date.now();
    const clock = scaledClock(10_000);
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    await clock.sleep(60_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
    expect(clock.now()).toBeGreaterThan(Date.now());
  });

  it("takes a speed above zero", () => {
    expect(() => scaledClock(0)).toThrow(RangeError);
    expect(() => scaledClock(Number.NaN)).toThrow(RangeError);
  });
});

describe("the system clock", () => {
  it("lets a sleeper be called off, with the reason given", async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });

  it("does not wake those at once who sleep longer than a timer can", async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(90 * 24 * 3_600_000, controller.signal);
    const first = await Promise.race([sleep, systemClock.sleep(5).then(() => "still asleep")]);
    controller.abort(new Error("enough"));
    expect(first).toBe("still asleep");
    await expect(sleep).rejects.toThrow("enough");
  });
});

describe("a clock of an opened store", () => {
  it("does not begin before the last saved call", () => {
    const clock = notBefore(manualClock(1_000), 5_000);
    expect(clock.now()).toBe(5_000);
  });

  it("is the clock itself when that is later already", () => {
    expect(notBefore(manualClock(9_000), 5_000).now()).toBe(9_000);
  });
});
