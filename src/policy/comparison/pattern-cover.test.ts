import { describe, expect, it } from "vitest";
import { actionCovers, arnCovers, patternCovers } from "./pattern-cover.ts";

describe("patternCovers", () => {
  it("is a proof that one pattern matches all that another can", () => {
    for (const [a, b] of [["*", ""], ["a*", "a*b"], ["a*c", "a?c"], ["*b*", "ab?"], ["??", "a?"], ["a**", "a*"], ["a*", "a${x:y}"], ["a${x:y}*", "a${x:y}b"], ["*a*b", "aab*b"]]) {
      expect(patternCovers(a ?? "", b ?? ""), `${a} ⊇ ${b}`).toBe(true);
    }
  });

  it("finds none where there is none", () => {
    for (const [a, b] of [["a?", "a*"], ["a", "?"], ["a*", "b*"], ["a*b", "a*"], ["?", "${x:y}"], ["??????", "${x:y}"], ["?", "𝒜"], ["${x:y}", "${x:z}"]]) {
      expect(patternCovers(a ?? "", b ?? ""), `${a} ⊉ ${b}`).toBe(false);
    }
  });
});

describe("actionCovers", () => {
  it("keeps to one service, but for the bare star", () => {
    expect(actionCovers("*", "s3:get*")).toBe(true);
    expect(actionCovers("s3:*", "s3:get*")).toBe(true);
    expect(actionCovers("s3:*", "s3-outposts:get*")).toBe(false);
    expect(actionCovers("s3:*", "*")).toBe(false);
  });
});

describe("arnCovers", () => {
  it("compares field by field, with colons in the last and in variables", () => {
    expect(arnCovers("arn:*:logs:*:*:log-group:*", "arn:aws:logs:eu-west-1:*:log-group:a:log-stream:b")).toBe(true);
    expect(arnCovers("arn:aws:iam::*:role/*", "arn:aws:iam::${aws:PrincipalAccount}:role/x")).toBe(true);
    expect(arnCovers("arn:aws:s3:::*", "arn:aws:s3:eu-west-1::x")).toBe(false);
  });

  it("says nothing about shortened ARNs and the bare star", () => {
    expect(arnCovers("arn:aws:s3*", "arn:aws:s3:::a")).toBe(false);
    expect(arnCovers("*", "arn:aws:s3:::a")).toBe(false);
    expect(arnCovers("*", "*")).toBe(true);
  });
});
