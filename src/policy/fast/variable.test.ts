import { describe, expect, it } from "vitest";
import { holds, matches } from "./testing/kit.ts";

/** IAM User Guide, "IAM policy elements: Variables and tags". */
describe("policy variables", () => {
  const home = { Resource: "arn:aws:s3:::home/${aws:username}/*" };
  const own = { resource: "arn:aws:s3:::home/alice/x" };

  it("are replaced by values of the request, in Resource and in conditions", () => {
    expect(matches(home, { ...own, context: { "aws:username": "alice" } })).toBe("yes");
    expect(matches(home, { ...own, context: { "aws:username": "bob" } })).toBe("no");
    expect(holds({ StringLike: { "s3:prefix": "${aws:username}/*" } }, { "s3:prefix": "alice/x", "aws:username": "alice" })).toBe("yes");
  });

  it("are plain text in documents of another version", () => {
    const context = { "aws:username": "alice" };
    expect(matches(home, { ...own, context }, { Version: "2008-10-17" })).toBe("no");
    expect(matches(home, { resource: "arn:aws:s3:::home/${aws:username}/x", context }, { Version: undefined })).toBe("yes");
  });

  it("without a value match no resource, so that NotResource excepts none", () => {
    expect(matches(home, own)).toBe("no");
    expect(matches({ Resource: undefined, NotResource: home.Resource }, own)).toBe("yes");
  });

  it("without a value do not match a positive operator and do match a negated one", () => {
    expect(holds({ StringEquals: { "aws:a": "${aws:none}" } }, { "aws:a": "x" })).toBe("no");
    expect(holds({ StringNotEquals: { "aws:a": "${aws:none}" } }, { "aws:a": "x" })).toBe("yes");
    expect(holds({ StringNotEquals: { "aws:a": ["${aws:none}", "x"] } }, { "aws:a": "x" })).toBe("no");
  });

  it("have a default for a key that is not there, not for an empty value", () => {
    const team = { Resource: "arn:aws:s3:::${aws:PrincipalTag/team, 'company-wide'}/*" };
    const common = { resource: "arn:aws:s3:::company-wide/x" };
    expect(matches(team, common)).toBe("yes");
    expect(matches(team, { ...common, context: { "aws:PrincipalTag/team": "red" } })).toBe("no");
    expect(matches(team, { ...common, context: { "aws:PrincipalTag/team": "" } })).toBe("no");
    expect(matches(team, { ...common, context: { "aws:PrincipalTag/team": ["a", "b"] } })).toBe("yes");
  });

  it("have no wildcards in their values or defaults", () => {
    expect(matches(home, { ...own, context: { "aws:username": "*" } })).toBe("no");
    expect(holds({ StringLike: { "aws:a": "${aws:none, 'x*'}" } }, { "aws:a": "xy" })).toBe("no");
  });

  it("write the characters *, ? and $ as ${*}, ${?} and ${$}", () => {
    expect(holds({ StringLike: { "aws:a": "${*}-${?}-${$}" } }, { "aws:a": "*-?-$" })).toBe("yes");
    expect(holds({ StringLike: { "aws:a": "${*}" } }, { "aws:a": "x" })).toBe("no");
  });

  it("are only replaced behind the fifth colon of a Resource", () => {
    const context = { "aws:PrincipalAccount": "111122223333" };
    const resource = "arn:aws:iam::111122223333:role/x";
    expect(matches({ Resource: "arn:aws:iam::${aws:PrincipalAccount}:role/x" }, { resource, context })).toBe("no");
    expect(matches({ Resource: "arn:aws:iam::*:role/${aws:PrincipalAccount}" }, { resource: "arn:aws:iam::1:role/111122223333", context })).toBe("yes");
  });

  it("leave what only looks like them as text", () => {
    expect(holds({ StringEquals: { "aws:a": "${Account}" } }, { "aws:a": "${Account}" })).toBe("yes");
    expect(holds({ StringEquals: { "aws:a": "x${" } }, { "aws:a": "x${" })).toBe("yes");
  });
});
