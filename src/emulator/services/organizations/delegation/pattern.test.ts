import { describe, expect, it } from "vitest";
import { matchesPattern } from "./pattern.ts";

describe("patterns of a delegation policy", () => {
  it("match whole texts, with * for any run and ? for one character", () => {
    const yes = [["*", ""], ["a*c", "abbc"], ["a?c", "abc"], ["*b*", "abc"], ["**", "a"], ["a*b*c", "aXbXbc"]] as const;
    const no = [["a", "ab"], ["a?", "a"], ["a*c", "acd"], ["A", "a"], ["a.c", "abc"], ["", "a"]] as const;
    expect(yes.filter(([pattern, text]) => !matchesPattern(pattern, text))).toEqual([]);
    expect(no.filter(([pattern, text]) => matchesPattern(pattern, text))).toEqual([]);
  });
});
