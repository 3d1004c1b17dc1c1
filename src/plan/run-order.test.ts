import { describe, expect, it } from "vitest";
import type { Change } from "./plan.ts";
import { inOrderOfWaits } from "./run-order.ts";

const step = (address: string, ...waitsFor: string[]): Change => ({ address, kind: "attachment", action: "attach", reason: "declared", phase: "build", waitsFor, differences: [] });
const orderOf = (...steps: Change[]): string => inOrderOfWaits(steps).map(({ address }) => address).join(" ");

describe("the order of a run", () => {
  it("puts who waits after what it waits for, and leaves the others", () => {
    expect(orderOf(step("a", "c", "b"), step("b"), step("c", "d"), step("d"), step("e"))).toBe("d c b a e");
    expect(orderOf(step("a", "of another phase"), step("b"))).toBe("a b");
  });

  it("follows a row of any length", () => {
    const row = Array.from({ length: 50_000 }, (_, index) => step(String(index), String(index + 1)));
    expect(inOrderOfWaits(row)[0]?.address).toBe("49999");
  });
});
