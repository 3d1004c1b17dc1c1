import { describe, expect, it } from "vitest";
import { Digest } from "./digest.ts";

const digestOf = (...records: [string, string][]): string => {
  const digest = new Digest();
  for (const [name, text] of records) digest.toggle(name, text);
  return digest.toString();
};

describe("a digest of records", () => {
  it("depends on every name and text, but not on their order", () => {
    expect(digestOf(["a", "1"], ["b", "2"])).toBe(digestOf(["b", "2"], ["a", "1"]));
    expect(digestOf(["a", "1"])).not.toBe(digestOf(["a", "2"]));
    expect(digestOf(["a", "1"])).not.toBe(digestOf(["b", "1"]));
  });

  it("forgets a record that is taken out", () => {
    expect(digestOf(["a", "1"], ["b", "2"], ["b", "2"])).toBe(digestOf(["a", "1"]));
  });

  it("can be written down and read", () => {
    const text = digestOf(["a", "1"], ["b", "2"]);
    expect(text).toMatch(/^[0-9a-f]{32}$/);
    expect(Digest.fromText(text).toString()).toBe(text);
  });
});
