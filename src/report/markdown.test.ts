import { describe, expect, it } from "vitest";
import { codeSpan, fence, plainText } from "./markdown.ts";

describe("codeSpan", () => {
  it("holds mentions, links and pipes as plain text", () => {
    expect(codeSpan("@team [x](y) | **b**")).toBe("`@team [x](y) | **b**`");
  });

  it("cannot be closed by the text in it", () => {
    expect(codeSpan("a`b``c")).toBe("```a`b``c```");
    expect(codeSpan("`a")).toBe("`` `a ``");
  });
});

describe("plainText", () => {
  it("keeps a sentence as it is and takes the meaning from markup", () => {
    expect(plainText("closes the account: at once, after 90 days.")).toBe("closes the account: at once, after 90 days.");
    expect(plainText("https://evil.example and www.evil.example: 5")).toBe("https&#58;//evil.example and www&#46;evil.example: 5");
    expect(plainText("<b>@team_x")).toBe("&#60;b&#62;&#64;team&#95;x");
  });
});

describe("fence", () => {
  it("is longer than any run of backticks inside", () => {
    expect(fence(["a", "````"], "diff")).toEqual(["`````diff", "a", "````", "`````"]);
  });
});
