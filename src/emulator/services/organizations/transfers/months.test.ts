import { describe, expect, it } from "vitest";
import { endOfMonth, isStartOfDay, startOfMonth } from "./months.ts";

describe("billing months", () => {
  it("are those of UTC", () => {
    const time = Date.UTC(2026, 1, 28, 23, 59);
    expect([startOfMonth(time), endOfMonth(time) + 1]).toEqual([Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)]);
    expect(endOfMonth(Date.UTC(2026, 11, 31))).toBe(Date.UTC(2027, 0, 1) - 1);
    expect([Date.UTC(2026, 4, 2), Date.UTC(2026, 4, 2, 1)].map(isStartOfDay)).toEqual([true, false]);
  });
});
