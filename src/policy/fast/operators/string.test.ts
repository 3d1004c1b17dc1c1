import { describe, expect, it } from "vitest";
import { holds } from "../testing/kit.ts";

/** IAM User Guide, "String condition operators". */
describe("the string operators", () => {
  const key = "aws:PrincipalTag/job";

  it("StringEquals: exact matching, case sensitive", () => {
    expect(holds({ StringEquals: { [key]: "iamuser-admin" } }, { [key]: "iamuser-admin" })).toBe("yes");
    expect(holds({ StringEquals: { [key]: "iamuser-admin" } }, { [key]: "IamUser-Admin" })).toBe("no");
    expect(holds({ StringEquals: { [key]: "iamuser-*" } }, { [key]: "iamuser-admin" })).toBe("no");
  });

  it("StringNotEquals: negated matching, by none of the values", () => {
    expect(holds({ StringNotEquals: { [key]: ["a", "b"] } }, { [key]: "c" })).toBe("yes");
    expect(holds({ StringNotEquals: { [key]: ["a", "b"] } }, { [key]: "b" })).toBe("no");
  });

  it("StringEqualsIgnoreCase: exact matching, ignoring case, also of a variable's value", () => {
    expect(holds({ StringEqualsIgnoreCase: { [key]: "Admin" } }, { [key]: "aDMIN" })).toBe("yes");
    expect(holds({ StringEqualsIgnoreCase: { [key]: "${aws:username}X" } }, { [key]: "BOBx", "aws:username": "bob" })).toBe("yes");
    expect(holds({ StringNotEqualsIgnoreCase: { [key]: "Admin" } }, { [key]: "ADMIN" })).toBe("no");
  });

  it("StringLike: case-sensitive matching with * and ? anywhere in the text", () => {
    expect(holds({ StringLike: { [key]: "iam*-?dmin" } }, { [key]: "iamuser-admin" })).toBe("yes");
    expect(holds({ StringLike: { [key]: "iam*-?dmin" } }, { [key]: "iamuser-Xadmin" })).toBe("no");
    expect(holds({ StringLike: { [key]: "IAM*" } }, { [key]: "iamuser" })).toBe("no");
    expect(holds({ StringLike: { [key]: "a*b*c" } }, { [key]: "a-b-b-c" })).toBe("yes");
  });

  it("StringNotLike: negated case-sensitive matching", () => {
    expect(holds({ StringNotLike: { [key]: ["a*", "*z"] } }, { [key]: "mid" })).toBe("yes");
    expect(holds({ StringNotLike: { [key]: ["a*", "*z"] } }, { [key]: "fuzz" })).toBe("no");
  });

  it("takes ? for one character, of two UTF-16 units too", () => {
    expect(holds({ StringLike: { [key]: "?x" } }, { [key]: "😀x" })).toBe("yes");
    expect(holds({ StringLike: { [key]: "??x" } }, { [key]: "😀x" })).toBe("no");
    expect(holds({ StringLike: { [key]: "*?x" } }, { [key]: "x" })).toBe("no");
  });

  it("compares long values to their beginning", () => {
    const long = "v".repeat(100);
    expect(holds({ StringLike: { [key]: `${long}*` } }, { [key]: `${long}!` })).toBe("yes");
    expect(holds({ StringLike: { [key]: `x${long}*` } }, { [key]: `y${long}!` })).toBe("no");
  });
});
