import { describe, expect, it } from "vitest";
import { comparePolicies } from "./compare.ts";
import type { PolicyDocument, PolicyStatement } from "../document.ts";
import { effectOfDifference } from "./effect-of-difference.ts";

const policy = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });
const effect = (before: PolicyStatement[], after: PolicyStatement[]) => effectOfDifference(comparePolicies(policy(...before), policy(...after)));

const allow: PolicyStatement = { Sid: "A", Effect: "Allow", Action: ["s3:*", "ec2:*"], Resource: "*" };
const deny: PolicyStatement = {
  Sid: "D",
  Effect: "Deny",
  Action: ["s3:PutObject"],
  Resource: ["arn:aws:s3:::a/*"],
  Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/deploy"] }, StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
};
const change = (to: Partial<PolicyStatement>) => effect([allow, deny], [allow, { ...deny, ...to }]);

describe("effectOfDifference", () => {
  it("is none when nothing changes what is let through", () => {
    expect(effect([allow], [allow])).toBe("none");
    expect(change({ Sid: "Other" })).toBe("none");
    expect(effect([allow], [{ ...allow, Action: ["s3:*", "ec2:*", "s3:Get*"] }])).toBe("none");
  });

  it("knows statements that come and go", () => {
    expect(effect([allow], [allow, deny])).toBe("narrows");
    expect(effect([allow, deny], [allow])).toBe("widens");
    expect(effect([allow, deny], [deny])).toBe("narrows");
    expect(effect([deny], [deny, allow])).toBe("widens");
    expect(effect([allow, deny], [{ ...allow, Action: ["s3:*"] }])).toBe("mixed");
  });

  it("knows actions and resources that come and go, under wildcards too", () => {
    expect(change({ Action: ["s3:PutObject", "s3:GetObject"] })).toBe("narrows");
    expect(change({ Action: "s3:*" })).toBe("narrows");
    expect(change({ Action: "s3:PutObjectAcl" })).toBe("mixed");
    expect(change({ Resource: "*" })).toBe("narrows");
    expect(change({ Resource: ["arn:aws:s3:::a/b"] })).toBe("widens");
    expect(effect([allow], [{ ...allow, Action: ["s3:Get*", "ec2:*"] }])).toBe("narrows");
  });

  it("knows exemptions: more in NotAction or NotResource of a Deny widens", () => {
    const except: PolicyStatement = { Effect: "Deny", NotAction: ["iam:*"], Resource: "*" };
    expect(effect([except], [{ ...except, NotAction: ["iam:*", "sts:*"] }])).toBe("widens");
    expect(effect([except], [{ ...except, NotAction: ["iam:Get*"] }])).toBe("narrows");
    expect(effect([{ ...except, Sid: "x" }], [{ Sid: "x", Effect: "Deny", Action: "*", Resource: "*" }])).toBe("narrows");
  });

  it("knows conditions that come and go", () => {
    expect(change({ Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/deploy"] } } })).toBe("narrows");
    expect(change({ Condition: undefined })).toBe("narrows");
    expect(change({ Condition: { ...deny.Condition, Bool: { "aws:ViaAWSService": "false" } } })).toBe("widens");
    expect(change({ Condition: { Bool: { "aws:ViaAWSService": "false" } } })).toBe("mixed");
  });

  it("knows condition values: OR for positive operators, NOR for negated ones", () => {
    const exempt = (...roles: string[]) => change({ Condition: { ...deny.Condition, ArnNotLike: { "aws:PrincipalArn": roles } } });
    expect(exempt("arn:aws:iam::*:role/deploy", "arn:aws:iam::*:role/break-glass")).toBe("widens");
    expect(exempt("arn:aws:iam::*:role/*")).toBe("widens");
    expect(exempt("arn:aws:iam::111122223333:role/deploy")).toBe("narrows");
    expect(exempt("arn:aws:iam::*:role/other")).toBe("mixed");
    expect(change({ Condition: { ...deny.Condition, StringEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } } })).toBe("narrows");
  });

  it("proves nothing from a value that the operator cannot read, from two spellings of a key, or from a variable", () => {
    const exempt = (...roles: string[]) => change({ Condition: { ...deny.Condition, ArnNotLike: { "aws:PrincipalArn": roles } } });
    expect(exempt("arn:aws:iam::*:role/deploy", "*")).toBe("mixed");
    const twice = (...values: string[]) => ({ ...deny, Condition: { StringEquals: { "aws:A": values, "aws:a": "y" } } });
    expect(effect([twice("x")], [twice("x", "z")])).toBe("mixed");
    expect(change({ Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::${aws:username}"] })).toBe("mixed");
  });

  it("takes a changed effect as one statement removed and one added", () => {
    expect(effect([allow], [{ ...allow, Effect: "Deny" }])).toBe("narrows");
    expect(effect([deny], [{ ...deny, Effect: "Allow" }])).toBe("widens");
  });

  it("proves nothing from a changed Version where variables are, and everything where none are", () => {
    const variable: PolicyStatement = { ...deny, Resource: "arn:aws:s3:::${aws:username}" };
    expect(effectOfDifference(comparePolicies({ Statement: [variable] }, policy(variable)))).toBe("mixed");
    expect(effectOfDifference(comparePolicies({ Statement: [deny] }, policy(deny)))).toBe("none");
  });

  it("proves nothing from a changed principal", () => {
    expect(effect([{ ...deny, Principal: "*" }], [{ ...deny, Principal: { AWS: "111122223333" } }])).toBe("mixed");
  });
});
