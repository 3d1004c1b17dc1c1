import { describe, expect, it } from "vitest";
import { holds } from "./testing/kit.ts";

/** IAM User Guide, "Conditions with multiple context keys or values". */
describe("a condition block", () => {
  it("joins operators and keys by AND, values by OR", () => {
    const block = { StringEquals: { "aws:a": ["1", "2"], "aws:b": "3" }, Bool: { "aws:c": "true" } };
    expect(holds(block, { "aws:a": "2", "aws:b": "3", "aws:c": "true" })).toBe("yes");
    expect(holds(block, { "aws:a": "2", "aws:b": "3", "aws:c": "false" })).toBe("no");
    expect(holds(block, { "aws:a": "2", "aws:b": "4", "aws:c": "true" })).toBe("no");
  });

  it("joins the values of a negated operator by NOR", () => {
    expect(holds({ StringNotEquals: { "aws:a": ["1", "2"] } }, { "aws:a": "1" })).toBe("no");
    expect(holds({ StringNotEquals: { "aws:a": ["1", "2"] } }, { "aws:a": "3" })).toBe("yes");
  });

  it("takes the names of keys without case, tag keys included; of two spellings the later counts", () => {
    expect(holds({ StringEquals: { "AWS:principaltag/OWNER": "x" } }, { "aws:PrincipalTag/owner": "x" })).toBe("yes");
    expect(holds({ StringEquals: { "aws:A": "2" } }, { "AWS:a": "1", "aws:a": "2" })).toBe("yes");
  });

  it("asks nothing when empty", () => {
    expect(holds({})).toBe("yes");
    expect(holds({ StringEquals: {} })).toBe("yes");
    expect(holds({ StringEquals: { "aws:a": [] } }, { "aws:a": "x" })).toBe("no");
  });
});

/** IAM User Guide, "Condition operators": "If the key that you specify in a policy condition is not present". */
describe("a key that is not present", () => {
  it("does not match a positive operator, matches a negated one, and one with IfExists", () => {
    expect(holds({ StringEquals: { "aws:a": "1" } })).toBe("no");
    expect(holds({ StringNotEquals: { "aws:a": "1" } })).toBe("yes");
    expect(holds({ StringEqualsIfExists: { "aws:a": "1" } })).toBe("yes");
    expect(holds({ StringNotEqualsIfExists: { "aws:a": "1" } })).toBe("yes");
  });

  it("is there with the empty text, and not with an empty list", () => {
    expect(holds({ StringEquals: { "aws:a": "" } }, { "aws:a": "" })).toBe("yes");
    expect(holds({ StringLike: { "aws:a": "*" } }, { "aws:a": [] })).toBe("no");
    expect(holds({ StringLike: { "aws:a": "*" } }, { "aws:a": undefined })).toBe("no");
  });
});

/** IAM User Guide, "Set operators for multivalued context keys". */
describe("ForAllValues and ForAnyValue", () => {
  const keys = "aws:TagKeys";

  it("ForAllValues: every value of the request must match; true with no value at all", () => {
    const block = { "ForAllValues:StringEquals": { [keys]: ["Owner", "CreationDate"] } };
    expect(holds(block, { [keys]: ["Owner", "CreationDate"] })).toBe("yes");
    expect(holds(block, { [keys]: ["Owner", "Other"] })).toBe("no");
    expect(holds(block)).toBe("yes");
    expect(holds(block, { [keys]: [] })).toBe("yes");
  });

  it("ForAnyValue: at least one must; false with no value at all", () => {
    const block = { "ForAnyValue:StringEquals": { [keys]: ["Owner", "CreationDate"] } };
    expect(holds(block, { [keys]: ["Other", "Owner"] })).toBe("yes");
    expect(holds(block, { [keys]: ["Other"] })).toBe("no");
    expect(holds(block)).toBe("no");
  });

  it("negates inside: ForAllValues with Not says that none is listed, ForAnyValue that one is not", () => {
    const listed = { [keys]: ["a", "b"] };
    expect(holds({ "ForAllValues:StringNotEquals": listed }, { [keys]: ["c", "d"] })).toBe("yes");
    expect(holds({ "ForAllValues:StringNotEquals": listed }, { [keys]: ["c", "a"] })).toBe("no");
    expect(holds({ "ForAnyValue:StringNotEquals": listed }, { [keys]: ["c", "a"] })).toBe("yes");
    expect(holds({ "ForAnyValue:StringNotEquals": listed }, { [keys]: ["b", "a"] })).toBe("no");
    expect(holds({ "ForAnyValue:StringNotEquals": listed })).toBe("no");
  });

  it("take IfExists, which is true for a key that is not there", () => {
    expect(holds({ "ForAnyValue:StringLikeIfExists": { [keys]: "a*" } })).toBe("yes");
    expect(holds({ "ForAnyValue:StringLikeIfExists": { [keys]: "a*" } }, { [keys]: ["b", "c"] })).toBe("no");
    expect(holds({ "ForAllValues:StringLikeIfExists": { [keys]: "a*" } }, { [keys]: ["ab", "c"] })).toBe("no");
  });

  it("take the empty text alone for no value, and for a value among others", () => {
    for (const none of ["", [""]]) {
      expect(holds({ "ForAllValues:StringEquals": { [keys]: "a" } }, { [keys]: none })).toBe("yes");
      expect(holds({ "ForAnyValue:StringNotEqualsIfExists": { [keys]: "a" } }, { [keys]: none })).toBe("no");
    }
    expect(holds({ "ForAllValues:StringEquals": { [keys]: "a" } }, { [keys]: ["", "a"] })).toBe("no");
  });

  it("take a single value for a list of one", () => {
    expect(holds({ "ForAnyValue:StringEquals": { [keys]: "a" } }, { [keys]: "a" })).toBe("yes");
    expect(holds({ "ForAllValues:StringEquals": { [keys]: "a" } }, { [keys]: "b" })).toBe("no");
  });

  it("are missing: then several values match nothing, and a list of one is its value", () => {
    expect(holds({ StringEquals: { [keys]: "a" } }, { [keys]: ["a", "b"] })).toBe("no");
    expect(holds({ StringNotEquals: { [keys]: "z" } }, { [keys]: ["a", "b"] })).toBe("no");
    expect(holds({ StringEquals: { [keys]: "a" } }, { [keys]: ["a"] })).toBe("yes");
  });
});
