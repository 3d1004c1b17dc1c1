import { describe, expect, it } from "vitest";
import { grant, matches, outcome, policy } from "./testing/kit.ts";

/** IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource". */
describe("Resource", () => {
  const covers = (Resource: string | string[], resource: string | undefined) => matches({ Resource }, { resource, resourceAccount: "111122223333" });

  it("is compared with case", () => {
    expect(covers("arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket/key")).toBe("yes");
    expect(covers("arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket/Key")).toBe("no");
  });

  it("takes wildcards in every segment, * across slashes", () => {
    expect(covers("arn:aws:s3:::b*t/*", "arn:aws:s3:::bucket/a/b")).toBe("yes");
    expect(covers("arn:aws:iam::*:user/team/*", "arn:aws:iam::111122223333:user/team/sub/ann")).toBe("yes");
    expect(covers("arn:aws:ec2:eu-*-1:??????22????:instance/?", "arn:aws:ec2:eu-west-1:111122223333:instance/i")).toBe("yes");
    expect(covers("arn:aws:ec2:eu-*-1:*:instance/*", "arn:aws:ec2:us-west-1:111122223333:instance/i")).toBe("no");
  });

  it("takes the rest for the sixth segment, colons included", () => {
    expect(covers("arn:aws:lambda:eu-west-1:111122223333:function:f*", "arn:aws:lambda:eu-west-1:111122223333:function:f:12")).toBe("yes");
  });

  it("lets a * at the end of a segment run past the colon, and no other wildcard", () => {
    const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f:12";
    expect(covers("arn:aws:lambda:*:function:f:12", lambda)).toBe("yes");
    expect(covers("arn:aws:lambda:eu-*:function:*", lambda)).toBe("yes");
    expect(covers("arn:aws:l*a:*:f:12:*", lambda)).toBe("no");
    expect(covers("arn:aws:*da:function:f:12:x", lambda)).toBe("no");
    expect(covers("arn:aws:lambda:eu-west-?:function:f:12", lambda)).toBe("no");
    expect(covers("arn:aws:lambda:*:*:*:f", lambda)).toBe("no");
  });

  it("fills up a shorter ARN with wildcards, but not in resource policies", () => {
    expect(covers("arn:aws:s3", "arn:aws:s3:::bucket")).toBe("yes");
    expect(covers("arn:aws:ec2:eu-west-1", "arn:aws:ec2:eu-west-1:111122223333:instance/i")).toBe("yes");
    expect(covers("arn:aws:s3:::", "arn:aws:s3:::bucket")).toBe("no");
    const byResource = (Resource: string) => outcome({ resource: { name: "bucket policy", document: policy(grant("*", { Resource })) } });
    expect(byResource("arn:aws:s3")).toBe("implicitDeny");
    expect(byResource("arn:aws:s3:::bucket/*")).toBe("allowed");
    expect(byResource("arn:aws:s3*")).toBe("allowed");
  });

  it("is `*` for an action without resource type: an ARN pattern does not cover it", () => {
    expect(covers("*", undefined)).toBe("yes");
    expect(covers("arn:aws:s3:::*", undefined)).toBe("no");
    expect(covers("**", undefined)).toBe("yes");
  });

  it("takes a * in the request for a character", () => {
    expect(covers("arn:aws:ec2:*:*:instance/i-1", "arn:aws:ec2:eu-west-1:111122223333:instance/*")).toBe("no");
    expect(covers("arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:eu-west-1:111122223333:instance/*")).toBe("yes");
  });

  it("stands many colons", () => {
    const deep = `arn:aws:s3:::${"a:".repeat(400)}z`;
    expect(covers("arn:aws:*:*:*:z", deep)).toBe("yes");
    expect(covers("arn:aws:*:*:*:y", deep)).toBe("no");
  });
});

describe("a Resource with braces that nothing closes", () => {
  it("has a variable behind them all the same: braces do not nest", () => {
    const asked = { resource: "arn:aws:s3:::b/${aws:A}", contextMode: { known: new Set<string>() } };
    expect(matches({ Resource: "arn*:s3:::b/${aws:A${aws:A}" }, asked)).toBe("unknown");
    expect(matches({ Resource: "arn*:s3:::b/${aws:A${aws:A}" }, { ...asked, resource: "arn:aws:s3:::other/${aws:A}" })).toBe("no");
  });
});

describe("NotResource", () => {
  const spares = (NotResource: string | string[], resource?: string) => matches({ Resource: undefined, NotResource }, { resource });

  it("matches every resource except those specified", () => {
    expect(spares("arn:aws:s3:::bucket/*", "arn:aws:s3:::other/key")).toBe("yes");
    expect(spares(["arn:aws:s3:::x", "arn:aws:s3:::bucket/*"], "arn:aws:s3:::bucket/key")).toBe("no");
    expect(spares("*", "arn:aws:s3:::bucket/key")).toBe("no");
  });

  it("matches an action without resource type unless it says *", () => {
    expect(spares("arn:aws:s3:::*")).toBe("yes");
    expect(spares("*")).toBe("no");
  });
});

describe("a statement without Resource and NotResource", () => {
  it("matches every resource, as trust policies do", () => {
    expect(matches({ Resource: undefined })).toBe("yes");
  });
});
