import { expect, it } from "vitest";
import { sourceLines } from "./source.ts";

const last = (age: number): string | undefined => sourceLines({ kind: "snapshot", name: "a.json", readAt: "2026-11-23T08:10:00.000Z", age }, { width: 140, color: false, unicode: true }).at(-1);

it.each([
  [-3_600_000, "which this machine's clock has yet to reach."],
  [-1_000, "less than a minute old."],
  [0, "less than a minute old."],
  [61_000, "1m 01s old."],
  [11_100_000, "3h 05m old."],
  [9 * 86_400_000, "9 days old."],
])("a snapshot of %d milliseconds is %s", (age, words) => {
  expect(last(age)).toBe(`Snapshot a.json of 2026-11-23 08:10 UTC, ${words}`);
});
