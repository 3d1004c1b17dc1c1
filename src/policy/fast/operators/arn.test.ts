import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "Amazon Resource Name (ARN) condition operators". */
describe("the ARN operators", () => {
  const key = "aws:SourceArn";
  const like = (pattern: string | string[], value: string) => holds({ ArnLike: { [key]: pattern } }, { [key]: value });

  it("ArnEquals and ArnLike behave identically, as do ArnNotEquals and ArnNotLike", () => {
    const value = { [key]: "arn:aws:sns:eu-west-1:111122223333:topic" };
    expect(["ArnEquals", "ArnLike"].map((operator) => holds({ [operator]: { [key]: "arn:aws:sns:*:111122223333:t*" } }, value))).toEqual(["yes", "yes"]);
    expect(["ArnNotEquals", "ArnNotLike"].map((operator) => holds({ [operator]: { [key]: "arn:aws:sns:*:111122223333:t*" } }, value))).toEqual(["no", "no"]);
  });

  it("checks each of the six components separately: a wildcard does not run past a colon", () => {
    const value = "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
    expect(like("arn:aws:someservice:*:111122223333:finance/*", value)).toBe("no");
    expect(holds({ StringLike: { [key]: "arn:aws:someservice:*:111122223333:finance/*" } }, { [key]: value })).toBe("yes");
  });

  it("takes the rest for the sixth component, colons included", () => {
    expect(like("arn:aws:lambda:*:*:function:f*", "arn:aws:lambda:eu-west-1:111122223333:function:f:1")).toBe("yes");
  });

  it("is case-sensitive, with ? for one character", () => {
    expect(like("arn:aws:iam::*:role/Adm?n", "arn:aws:iam::111122223333:role/Admin")).toBe("yes");
    expect(like("arn:aws:iam::*:role/admin", "arn:aws:iam::111122223333:role/Admin")).toBe("no");
  });

  it("replaces policy variables before it looks at the components", () => {
    const context = { [key]: "arn:aws:iam::111122223333:role/x", "aws:PrincipalAccount": "111122223333", "aws:two": "aws:iam", "aws:star": "*" };
    const equals = (pattern: string) => holds({ ArnEquals: { [key]: pattern } }, { ...context, "aws:whole": context[key] });
    expect(equals("arn:aws:iam::${aws:PrincipalAccount}:role/*")).toBe("yes");
    expect(equals("arn:${aws:two}::111122223333:role/*")).toBe("yes");
    expect(equals("${aws:whole}")).toBe("yes");
    expect(equals("arn:${aws:two}::111122223333:role/y")).toBe("no");
    expect(equals("arn:aws:iam::${aws:star}:role/x")).toBe("no");
    expect(equals("${aws:two}")).toBe("no");
    expect(equals("arn:aws:iam::${aws:none}:role/x")).toBe("no");
  });

  it("is unknown where a variable that is not known could make it match, in whatever component", () => {
    const unsure = (pattern: string) => holds({ ArnLike: { [key]: pattern } }, { [key]: "arn:aws:iam::111122223333:role/x" }, { unknown: new Set(["aws:a"]) });
    expect(unsure("arn:aws:iam::${aws:a}:role/x")).toBe("unknown");
    expect(unsure("arn:a*s:${aws:a}/x")).toBe("unknown");
    expect(unsure("${aws:a}")).toBe("unknown");
    expect(unsure("arn:aws:s3::${aws:a}:role/x")).toBe("no");
    expect(unsure("arn:aws:iam:*x${aws:a}")).toBe("no");
    expect(unsure("arn:aws:iam::${aws:a}:role/y")).toBe("no");
    expect(unsure("arn:aws:iam::1*${aws:a}:role/${aws:none}")).toBe("no");
  });

  it("does not match a value that is no ARN, negated or not", () => {
    expect(like("*", "cloudtrail.amazonaws.com")).toBe("no");
    expect(holds({ ArnNotLike: { [key]: "arn:aws:iam::*:role/x" } }, { [key]: "nobody" })).toBe("no");
    expect(holds({ ArnNotLike: { [key]: "arn:aws:iam::*:role/x" } })).toBe("yes");
  });

  it("takes `*` for every ARN, and a shorter pattern for none", () => {
    expect(like("*", "arn:aws:s3:::bucket")).toBe("yes");
    expect(like("arn:aws:s3*", "arn:aws:s3:::bucket")).toBe("no");
    expect(like(["arn:aws:s3", "*:*:*:*:*:*"], "arn:aws:s3:::bucket")).toBe("yes");
  });
});
