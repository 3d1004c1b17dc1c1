import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (operator: string, value: unknown) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*", Condition: { [operator]: { "aws:x": value } } } }, "scp").map(
    ({ code, severity, suggestion }) => [code, severity, suggestion].filter((part) => part !== undefined).join(" "),
  );

describe("a condition value", () => {
  it("is one that its operator reads", () => {
    expect(told("NumericLessThan", ["2.0", 30, "-1"])).toEqual([]);
    expect(told("DateGreaterThan", ["2026-01-31T00:00:00Z", "2026-01-31", 1767225600])).toEqual([]);
    expect(told("IpAddress", ["192.0.2.0/24", "2001:db8::/32", "::1", "10.0.0.1"])).toEqual([]);
    expect(told("Bool", "${aws:PrincipalTag/admin}")).toEqual([]);
    expect(told("ArnNotLike", ["arn:aws:iam::*:role/a", "arn:aws:iam::${aws:PrincipalAccount}:role/b"])).toEqual([]);
  });

  it("is told when it is not: LF3034", () => {
    expect(told("NumericLessThan", "ten")).toEqual(["LF3034 warning"]);
    expect(told("DateLessThan", "31.01.2026")).toEqual(["LF3034 warning"]);
    expect(told("IpAddress", ["192.0.2.0/33", "300.1.1.1", "vpc-1"])).toEqual(Array.from({ length: 3 }, () => "LF3034 warning"));
    expect(told("Null", "yes")).toEqual(["LF3034 warning"]);
    expect(told("ArnLike", "*")).toEqual(["LF3034 warning"]);
    expect(told("Bool", ["true", "false"])).toEqual(["LF3034 warning"]);
  });

  it("has no wildcard for an operator that takes it as a star: LF3035", () => {
    expect(told("ForAnyValue:StringEqualsIfExists", "o-a/*")).toEqual(["LF3035 warning ForAnyValue:StringLikeIfExists"]);
    expect(told("StringNotEqualsIgnoreCase", "a*")).toEqual(["LF3035 warning StringNotLike"]);
    expect(told("StringEquals", "a${*}")).toEqual([]);
    expect(told("StringLike", "a*")).toEqual([]);
  });

  it("may be the star itself where a request may carry it", () => {
    const Condition = { StringEquals: { "lambda:Principal": ["*"] } };
    expect(validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "lambda:AddPermission", Resource: "*", Condition } }, "scp")).toEqual([]);
  });
});
