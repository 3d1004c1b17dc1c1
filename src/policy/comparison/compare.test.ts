import { describe, expect, it } from "vitest";
import { comparePolicies, isEmptyDifference } from "./compare.ts";
import type { PolicyDocument, PolicyStatement } from "../document.ts";

const policy = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });
const regions: PolicyStatement = {
  Sid: "Regions",
  Effect: "Deny",
  NotAction: ["iam:*", "sts:*"],
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } },
};
const root: PolicyStatement = { Effect: "Deny", Action: "*", Resource: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } };

describe("comparePolicies", () => {
  it("finds nothing between documents that mean the same", () => {
    const difference = comparePolicies(policy(regions, root), policy(root, { ...regions, NotAction: ["sts:*", "IAM:*"] }));
    expect(difference).toEqual({ statements: [], unchanged: 2 });
    expect(isEmptyDifference(difference)).toBe(true);
  });

  it("tells statements added and removed, in canonical form", () => {
    expect(comparePolicies(policy(regions), policy(regions, root)).statements).toMatchObject([{ action: "added", after: { Action: ["*"] } }]);
    expect(comparePolicies(policy(regions, root), policy(regions)).statements).toMatchObject([{ action: "removed", before: { Action: ["*"] } }]);
  });

  it("tells values by element, and by operator and key", () => {
    const after = { ...regions, NotAction: ["iam:*", "kms:*"], Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-north-1"] }, Bool: { "aws:ViaAWSService": "false" } } };
    const [change] = comparePolicies(policy(regions), policy(after)).statements;
    expect(change).toMatchObject({
      action: "changed",
      parts: [
        { element: "NotAction", valuesAdded: ["kms:*"], valuesRemoved: ["sts:*"] },
        { element: "Condition", operator: "Bool", key: "aws:viaawsservice", whole: "added", valuesAdded: ["false"], valuesRemoved: [] },
        { element: "Condition", operator: "StringNotEquals", key: "aws:requestedregion", valuesAdded: ["eu-north-1"], valuesRemoved: ["eu-west-2"] },
      ],
    });
  });

  it("tells an element that turned into its opposite as one removed and one added", () => {
    const [change] = comparePolicies(policy(root), policy({ Effect: "Deny", NotAction: "*", Resource: "*", Condition: root.Condition })).statements;
    expect(change).toMatchObject({ parts: [{ element: "Action", whole: "removed" }, { element: "NotAction", whole: "added" }] });
  });

  it("pairs by Sid first, however different the statements", () => {
    const [change] = comparePolicies(policy(regions), policy({ Sid: "Regions", Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::b" })).statements;
    expect(change).toMatchObject({ action: "changed", effect: { before: "Deny", after: "Allow" } });
  });

  it("pairs equal statements whose Sid changed, and tells the Sid", () => {
    expect(comparePolicies(policy(regions, root), policy({ ...regions, Sid: "Where" }, root)).statements).toMatchObject([
      { action: "changed", sid: { before: "Regions", after: "Where" }, parts: [] },
    ]);
  });

  it("pairs the most alike of the rest, and nothing that has little in common", () => {
    const one: PolicyStatement = { Effect: "Deny", Action: ["s3:a", "s3:b", "s3:c"], Resource: "*" };
    const other: PolicyStatement = { Effect: "Deny", Action: ["ec2:a", "ec2:b", "ec2:c"], Resource: "*" };
    const { statements } = comparePolicies(policy(one, other), policy({ ...other, Action: ["ec2:a", "ec2:b"] }, { ...one, Action: ["s3:a", "s3:b"] }));
    expect(statements.map((change) => change.action === "changed" && change.parts[0]?.valuesRemoved)).toEqual([["ec2:c"], ["s3:c"]]);
    const apart = comparePolicies(policy(one), policy({ Effect: "Allow", NotAction: "kms:*", NotResource: "arn:aws:kms:*:*:*" }));
    expect(apart.statements.map(({ action }) => action)).toEqual(["removed", "added"]);
  });

  it("does not pair by a Sid that a side uses twice", () => {
    const twice = policy({ ...regions, Sid: "A" }, { ...root, Sid: "A" });
    expect(isEmptyDifference(comparePolicies(twice, twice))).toBe(true);
  });

  it("tells a Version and whether variables are at stake, and an Id", () => {
    const variable: PolicyStatement = { ...root, Resource: "arn:aws:s3:::${aws:username}" };
    expect(comparePolicies({ Statement: [root] }, policy(root)).version).toEqual({ before: "2008-10-17", after: "2012-10-17", changesVariables: false });
    expect(comparePolicies({ Statement: [variable] }, policy(variable)).version).toMatchObject({ changesVariables: true });
    expect(comparePolicies(policy(root), { ...policy(root), Id: "x" }).id).toEqual({ before: undefined, after: "x" });
  });
});
