import { expect, it } from "vitest";
import { ActionNumbers, addTo, keyOf } from "./action-set.ts";

const NAMES = Array.from({ length: 70 }, (_, number) => `s:A${number}`);

it("a set of actions has those of what was joined, and equal sets have equal keys", () => {
  const numbers = new ActionNumbers(NAMES);
  const [ends, middle] = [numbers.setOf(["s:A69", "s:A0"]), numbers.setOf(["s:A31", "s:A32", "x:NotThere"])];
  const joined = ends.slice();
  addTo(joined, middle);
  expect([...numbers.namesIn(joined)]).toEqual(["s:A0", "s:A31", "s:A32", "s:A69"]);
  expect([...numbers.namesIn(ends)]).toEqual(["s:A0", "s:A69"]);
  expect(keyOf(joined)).toBe(keyOf(numbers.setOf(["s:A32", "s:A0", "s:A69", "s:A31"])));
  expect(keyOf(joined)).not.toBe(keyOf(ends));
});
