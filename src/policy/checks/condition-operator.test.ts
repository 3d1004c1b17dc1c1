import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (operator: string, value: unknown = { "aws:x": "true" }) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*", Condition: { [operator]: value } } }, "scp").map(
    ({ code, severity, suggestion }) => [code, severity, suggestion],
  );

describe("a condition operator", () => {
  it("may carry IfExists and a set qualifier", () => {
    for (const operator of ["StringEquals", "ForAllValues:StringLikeIfExists", "ForAnyValue:StringNotEquals", "Null", "BoolIfExists"]) expect(told(operator)).toEqual([]);
  });

  it("exists: LF3030 suggests the nearest", () => {
    expect(told("StringEqual")).toEqual([["LF3030", "error", "StringEquals"]]);
    expect(told("ForAnyValues:StringLike")).toEqual([["LF3030", "error", "ForAnyValue:StringLike"]]);
    expect(told("ForAllValues:StringNotLikes")).toEqual([["LF3030", "error", "ForAllValues:StringNotLike"]]);
    expect(told("ArnNotLikesIfExists")).toEqual([["LF3030", "error", "ArnNotLikeIfExists"]]);
    expect(told("Xyz")).toEqual([["LF3030", "error", undefined]]);
  });

  it("is in AWS's capitals: LF3031", () => {
    expect(told("stringEquals")).toEqual([["LF3031", "error", "StringEquals"]]);
    expect(told("forAnyValue:StringNotlikeIfexists")).toEqual([["LF3031", "error", "ForAnyValue:StringNotLikeIfExists"]]);
  });

  it("needs no suffix on Null: LF3036", () => {
    expect(told("NullIfExists")).toEqual([["LF3036", "warning", "Null"]]);
    expect(told("ForAnyValue:Null")).toEqual([["LF3036", "warning", "Null"]]);
  });

  it("is not asked of a key in its place", () => {
    expect(told("aws:RequestedRegion", "eu-west-1")).toEqual([["LF3010", "error", undefined]]);
  });
});
