import { expect, it } from "vitest";
import { wildcardExpression } from "./wildcard-expression.ts";

it("takes only the two wildcards for more than themselves, and the text as a whole", () => {
  expect(wildcardExpression("s3:Get*").test("s3:GetObject")).toBe(true);
  expect(wildcardExpression("s3:Get*").test("x-s3:GetObject")).toBe(false);
  expect(wildcardExpression("s3:get?bject").test("s3:GetObject")).toBe(false);
  expect(wildcardExpression("s3:get?bject", "i").test("s3:GetObject")).toBe(true);
  expect(wildcardExpression("role/a.b+(c)").test("role/a.b+(c)")).toBe(true);
  expect(wildcardExpression("role/a.b").test("role/axb")).toBe(false);
});

it.each([
  ["a*b*c", ["abc", "axxbxxc", "abcbc"], ["ab", "abcx", "xabc", ""]],
  ["*a*", ["a", "ba", "ab"], ["", "b"]],
  ["a?*c?", ["abcd", "abxxcd", "abccd"], ["acd", "abc"]],
  ["**", ["", "anything"], []],
  ["*\n*", ["a\nb"], ["ab"]],
])("%s matches all of %j and none of %j", (pattern, yes, no) => {
  const expression = wildcardExpression(pattern);
  expect(yes.filter((text) => !expression.test(text))).toEqual([]);
  expect(no.filter((text) => expression.test(text))).toEqual([]);
});

it("comes to an end whatever the pattern is", () => {
  // Tried again from each star, these would take longer than anybody waits.
  for (const pattern of [`${"*?".repeat(40)}z`, `${"*a".repeat(40)}z`]) {
    expect(wildcardExpression(pattern).test("a".repeat(2_000))).toBe(false);
    expect(wildcardExpression(pattern, "i").test(`${"A".repeat(2_000)}Z`)).toBe(true);
  }
});
