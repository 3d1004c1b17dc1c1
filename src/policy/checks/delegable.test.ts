import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (parts: object): string[] =>
  validatePolicy({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "organizations:AttachPolicy", Resource: "*", ...parts }] }, "delegation").map(
    ({ code, message }) => `${code} ${message}`,
  );

describe("a delegation policy", () => {
  it("may hand over the management of policies to accounts, users and roles", () => {
    const AWS = ["111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/admin"];
    const Resource = ["arn:aws:organizations::999999999999:policy/o-abcdefghij/service_control_policy/*", "arn:aws:organizations::999999999999:ou/o-abcdefghij/ou-abcd-12345678", "arn:aws:organizations::999999999999:*"];
    expect(told({ Principal: { AWS }, Action: ["organizations:List*", "organizations:describeaccount"], Resource, Condition: { StringLikeIfExists: { "organizations:PolicyType": ["BACKUP_POLICY"] } } })).toEqual([]);
  });

  it("LF3045: is for accounts only", () => {
    expect(told({ Principal: { Service: "ec2.amazonaws.com", AWS: ["arn:aws:iam::111122223333:group/x", "1234"] } })).toEqual([
      `LF3045 An organization's delegation policy is for accounts only, not for principals of the kind "Service".`,
      'LF3045 The principal "arn:aws:iam::111122223333:group/x" is no account, nor a user or role of one.',
      'LF3045 The principal "1234" is no account, nor a user or role of one.',
    ]);
    expect(told({ Principal: "111122223333" })).toEqual([`LF3045 The Principal of an organization's delegation policy names accounts under "AWS".`]);
  });

  it("LF3046: hands over only what AWS lets it", () => {
    const [problem] = validatePolicy({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "organizations:AtachPolicy", Resource: "*" }] }, "delegation");
    expect(problem).toMatchObject({ code: "LF3046", severity: "error", suggestion: "organizations:AttachPolicy" });
    expect(told({ Action: ["organizations:CloseAccount", "s3:GetObject"], Resource: "arn:aws:s3:::logs" })).toEqual([
      'LF3046 The action "organizations:CloseAccount" cannot be delegated.',
      'LF3046 The action "s3:GetObject" cannot be delegated.',
      'LF3046 The resource "arn:aws:s3:::logs" is nothing of an organization, so it cannot be delegated.',
    ]);
  });
});
