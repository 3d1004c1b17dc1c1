import { describe, expect, it } from "vitest";
import { conditionHolds } from "./condition.ts";

const keys = { "organizations:policytype": "BACKUP_POLICY", "aws:principalaccount": "222222222222", "aws:principalarn": undefined };
const holds = (operator: string, key: string, ...values: string[]) => conditionHolds({ [operator]: { [key]: values } }, keys);
const TYPE = "organizations:PolicyType";

describe("a condition of a delegation policy", () => {
  it("compares texts, any of several values being enough", () => {
    expect(holds("StringEquals", TYPE, "TAG_POLICY", "BACKUP_POLICY")).toBe(true);
    expect(holds("StringEquals", TYPE, "backup_policy")).toBe(false);
    expect(holds("StringEqualsIgnoreCase", TYPE, "backup_policy")).toBe(true);
    expect(holds("StringLike", TYPE, "BACKUP*")).toBe(true);
    expect(holds("StringNotEquals", TYPE, "TAG_POLICY", "BACKUP_POLICY")).toBe(false);
    expect(holds("StringNotLike", TYPE, "TAG*")).toBe(true);
    expect(holds("StringNotEqualsIgnoreCase", TYPE, "BACKUP_policy")).toBe(false);
  });

  it("on an absent key holds only when negated, or with IfExists", () => {
    expect(holds("StringEquals", "aws:PrincipalArn", "x")).toBe(false);
    expect(holds("StringNotEquals", "aws:PrincipalArn", "x")).toBe(true);
    expect(holds("StringLikeIfExists", "aws:PrincipalArn", "x")).toBe(true);
    expect(holds("StringLikeIfExists", TYPE, "TAG*")).toBe(false);
  });

  it("that is not understood is neither true nor false", () => {
    expect(holds("StringEquals", "aws:ResourceTag/team", "x")).toBeUndefined();
    expect(holds("ForAnyValue:StringEquals", TYPE, "BACKUP_POLICY")).toBeUndefined();
    expect(holds("DateLessThan", "aws:CurrentTime", "2026-01-01T00:00:00Z")).toBeUndefined();
    expect(holds("StringEquals", TYPE, "${aws:PrincipalTag/type}")).toBeUndefined();
  });

  it("holds when all its parts do; one that does not outweighs one that cannot be told", () => {
    expect(conditionHolds({}, keys)).toBe(true);
    expect(conditionHolds({ StringEquals: { [TYPE]: "BACKUP_POLICY", "aws:PrincipalAccount": "222222222222" } }, keys)).toBe(true);
    expect(conditionHolds({ StringEquals: { [TYPE]: "TAG_POLICY" }, Bool: { "aws:SecureTransport": "true" } }, keys)).toBe(false);
    expect(conditionHolds({ StringEquals: { [TYPE]: "BACKUP_POLICY" }, Bool: { "aws:SecureTransport": "true" } }, keys)).toBeUndefined();
  });
});
