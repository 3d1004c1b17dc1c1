import { describe, expect, it } from "vitest";
import { matches } from "./testing/kit.ts";

/** IAM User Guide, "IAM JSON policy elements: Action" and "NotAction". */
describe("Action", () => {
  const covers = (Action: string | string[], action = "s3:GetObject") => matches({ Action }, { action });

  it("is compared without case, in prefix and name", () => {
    expect(covers("S3:getobject")).toBe("yes");
    expect(covers("s3:GetObject", "S3:GETOBJECT")).toBe("yes");
    expect(covers("s3:GetObjectAcl")).toBe("no");
  });

  it("takes * for any run and ? for one character anywhere in the name", () => {
    expect(covers("s3:*")).toBe("yes");
    expect(covers("s3:*Object")).toBe("yes");
    expect(covers("s3:Get?bject")).toBe("yes");
    expect(covers("s3:G*t*O*")).toBe("yes");
    expect(covers("s3:Get?")).toBe("no");
  });

  it("takes * alone, and *:*, for every action; a prefix has no wildcards", () => {
    expect(covers("*")).toBe("yes");
    expect(covers("*:*")).toBe("yes");
    expect(covers("*:GetObject")).toBe("no");
    expect(covers("s?:GetObject")).toBe("no");
    expect(covers("s3")).toBe("no");
  });

  it("is a list joined by OR, in which white space and commas match nothing", () => {
    expect(covers(["ec2:*", "s3:GetObject"])).toBe("yes");
    expect(covers("s3:Get Object")).toBe("no");
    expect(covers(" s3:GetObject")).toBe("no");
    expect(covers("s3:Put*,s3:Get*")).toBe("no");
  });
});

describe("NotAction", () => {
  it("matches everything except the specified list", () => {
    expect(matches({ Action: undefined, NotAction: ["iam:*", "sts:*"] })).toBe("yes");
    expect(matches({ Action: undefined, NotAction: ["iam:*", "S3:Get*"] })).toBe("no");
    expect(matches({ Action: undefined, NotAction: "*" })).toBe("no");
  });

  it("is not the same as no element at all, which matches nothing", () => {
    expect(matches({ Action: undefined, NotAction: [] })).toBe("yes");
    expect(matches({ Action: undefined })).toBe("no");
  });
});
