import { describe, expect, it } from "vitest";
import { maturityHuman, maturityMarkdown } from "../../../src/report/index.ts";
import { maturityOf } from "../../../src/review/index.ts";
import { expectGolden } from "./golden.ts";

const maturity = maturityOf({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], ous: { Security: { accounts: { "log-archive": { owner: "security", purpose: "Keeps logs" } } } } });

describe("maturity", () => {
  it.each([60, 100])("reads as expected at %i columns", (width) => {
    expectGolden(`maturity-${width}.txt`, maturityHuman(maturity, { width, color: false, unicode: true }));
  });

  it("is a page for others", () => {
    const text = maturityMarkdown({ ...maturity, name: "<b>acme" });
    expect(text).not.toContain("<b>");
    expectGolden("maturity.md", text);
  });
});
