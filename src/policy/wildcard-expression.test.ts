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
