import { describe, expect, it } from "vitest";
import { Random } from "./random.ts";

describe("random text", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(Random.fromSeed("a").text(20)).toBe(Random.fromSeed("a").text(20));
    expect(Random.fromSeed("a").text(20)).not.toBe(Random.fromSeed("b").text(20));
  });

  it("goes on where its state was taken", () => {
    const random = Random.fromSeed("a");
    random.text(7);
    const again = new Random(random.state);
    expect(again.text(30)).toBe(random.text(30));
  });

  it("uses every letter and digit, and nothing else", () => {
    const text = Random.fromSeed("a").text(5_000);
    expect(text).toMatch(/^[a-z0-9]{5000}$/);
    expect(new Set(text).size).toBe(36);
  });
});
