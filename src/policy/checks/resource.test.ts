import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (Resource: string) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource } }, "scp").map(({ code, severity }) => `${code} ${severity}`);

describe("a resource", () => {
  it("is * or an ARN, with wildcards in any field but the service", () => {
    const good = ["*", "arn:aws:s3:::bucket/*", "arn:*:iam::*:role/${aws:PrincipalTag/team}", "arn:aws-us-gov:ec2:*:*:instance/*", "arn:aws:sns:*:111122223333:a:b"];
    for (const resource of good) expect(told(resource)).toEqual([]);
  });

  it("is nothing else, and of a partition that exists: LF3028", () => {
    for (const resource of ["bucket", "", "*/x", "ARN:aws:s3:::b", "arn:amazon:s3:::b", "arn:", "arn::s3:::b"]) expect(told(resource)).toEqual(["LF3028 error"]);
    expect(told("arn:${Partition}:s3:::b")).toEqual(["LF3037 warning", "LF3028 error"]);
  });

  it("may match something else than meant: LF3029", () => {
    for (const resource of ["arn:aws:s3", "arn:aws:s3:::", "arn:aws:*:*:*:*", "arn:aws:S3:::b", "arn:aws:::a:b", "arn:aws:ssm:*:${aws:PrincipalAccount}:x"]) {
      expect(told(resource)).toEqual(resource === "arn:aws:s3:::" ? [] : ["LF3029 warning"]);
    }
  });
});
