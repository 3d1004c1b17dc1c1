import { describe, expect, it } from "vitest";
import { policySize } from "./size.ts";

describe("policySize", () => {
  it("counts UTF-16 units, white space included", () => {
    expect(policySize('{ "a": "é" }\n')).toBe(13);
    expect(policySize("𝒜")).toBe(2);
  });
});
