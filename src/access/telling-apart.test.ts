import { describe, expect, it } from "vitest";
import { tellingApart } from "./telling-apart.ts";

const shop = { id: "111111111111", organizationPath: "o-a/r-a/ou-prod/" };
const lab = { id: "222222222222", organizationPath: "o-a/r-a/ou-lab/" };
const isTold = (condition: unknown): boolean => {
  const tell = tellingApart(JSON.stringify({ Version: "2012-10-17", Statement: [{ Condition: condition }] }));
  return tell(shop) !== tell(lab);
};

describe("what policies tell accounts apart by", () => {
  it("is an id that they name, by itself, in an ARN or as a pattern", () => {
    expect(isTold({ StringEquals: { "aws:PrincipalAccount": "222222222222" } })).toBe(true);
    expect(isTold({ ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::111111111111:role/deploy"] } })).toBe(true);
    expect(isTold({ StringLike: { "aws:PrincipalAccount": "1*" } })).toBe(true);
    expect(isTold({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::1111????????:role/deploy" } })).toBe(true);
  });

  it("is a path in the organization", () => {
    expect(isTold({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a/r-a/ou-prod/*" } })).toBe(true);
  });

  it("is no id of somebody else, and no other number", () => {
    expect(isTold({ StringEquals: { "aws:PrincipalAccount": "333333333333" }, NumericLessThan: { "aws:MultiFactorAuthAge": "3600" }, ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } })).toBe(false);
  });
});
