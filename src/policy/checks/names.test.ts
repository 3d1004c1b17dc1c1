import { describe, expect, it } from "vitest";
import { loadCatalog } from "../catalog/index.ts";
import { validatePolicy } from "../validate.ts";

const catalog = await loadCatalog();
const told = (more: object) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*", ...more } }, "scp", catalog).map(({ code, severity, suggestion }) => [code, severity, suggestion]);
const condition = (...keys: string[]) => ({ Condition: { StringEquals: Object.fromEntries(keys.map((key) => [key, "x"])) } });

describe("the names in a policy", () => {
  it("are actions that AWS has, in any case: LF3042", () => {
    expect(told({ Action: ["s3:GetObject", "S3:getobject", "ec2:Run*", "iam:*", "organizations:LeaveOrganization"] })).toEqual([]);
    expect(told({ Action: ["s3:GetObjet", "ec2:Frobnicate*", "ec2:RunInstances"] })).toEqual([
      ["LF3042", "warning", "s3:GetObject"],
      ["LF3042", "warning", undefined],
    ]);
  });

  it("are mistaken for an action with the same verb only", () => {
    expect(told({ Action: ["s3:PutBucketEncryption", "s3:PutBucketPolice"] })).toEqual([
      ["LF3042", "warning", undefined],
      ["LF3042", "warning", "s3:PutBucketPolicy"],
    ]);
  });

  it("are services that AWS has, an unknown one told once: LF3042", () => {
    expect(told({ Action: ["orgnizations:LeaveOrganization", "orgnizations:CloseAccount"] })).toEqual([["LF3042", "warning", "organizations"]]);
  });

  it("are condition keys that AWS has, whatever the variable part: LF3043", () => {
    expect(told(condition("aws:PrincipalArn", "AWS:requestedregion", "aws:RequestTag/team", "kms:EncryptionContext:app", "token.actions.githubusercontent.com:sub"))).toEqual([]);
    expect(told(condition("aws:PrincipalOrgId", "aws:PrincipleArn", "aws:RequestTags/team"))).toEqual([
      ["LF3043", "warning", "aws:PrincipalArn"],
      ["LF3043", "warning", "aws:RequestTag/team"],
    ]);
  });

  it("are told as placeholders only, when they are some", () => {
    expect(told({ Action: "s3:<action>" }).map(([code]) => code)).toEqual(["LF3037"]);
  });

  it("are not judged without a catalog", () => {
    expect(validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "s3:GetObjet", Resource: "*" } }, "scp")).toEqual([]);
  });
});

describe("the resources of a statement", () => {
  it.each([
    ["s3:GetObject", "arn:aws:s3:::logs/*"],
    ["s3:GetObject", "arn:*:s3:::*"],
    ["iam:DeleteRole", "arn:aws:iam::*:role/OrganizationAccountAccessRole"],
    ["iam:DeleteRole", "arn:${Partition}:iam::123456789012:role/x"],
    ["s3:Get*", "arn:aws:sqs:eu-west-1:123456789012:q"],
    ["s3:ListAllMyBuckets", "*"],
    ["iam:CreateAccessKey", "arn:aws:iam::*:root"],
    ["cloudformation:CreateChangeSet", "arn:aws:cloudformation:eu-west-1:aws:transform/*"],
  ])("fit %s: %s", (Action, Resource) => {
    expect(told({ Action, Resource }).filter(([code]) => code === "LF3044")).toEqual([]);
  });

  it.each([
    ["s3:ListAllMyBuckets", "arn:aws:s3:::logs"],
    ["s3:GetObject", "arn:aws:s3:::logs"],
    ["iam:DeleteRole", "arn:aws:iam::*:user/x"],
    ["organizations:LeaveOrganization", "arn:aws:iam::*:root"],
  ])("are not for %s: %s: LF3044", (Action, Resource) => {
    expect(told({ Action, Resource })).toEqual([["LF3044", "warning", undefined]]);
  });
});
