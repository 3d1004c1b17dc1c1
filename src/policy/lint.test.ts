import { describe, expect, it } from "vitest";
import type { PolicyDocumentKind } from "./document.ts";
import { kindOfPolicy, lintPolicyText } from "./lint.ts";

const SAY = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const told = (kind: PolicyDocumentKind, ...statements: object[]) =>
  lintPolicyText(JSON.stringify({ Version: "2012-10-17", Statement: statements }), kind).map(({ code, severity, at }) => [code, severity, at?.line]);
const grant = (Principal: unknown) => ({ Effect: "Allow", Principal, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" });
const trust = (more: object) => ({ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole", ...more });

describe("a policy of a principal", () => {
  it.each(["identity", "boundary", "session"] as const)("of the kind %s names resources and no principal", (kind) => {
    expect(told(kind, SAY)).toEqual([]);
    expect(told(kind, { ...SAY, Principal: "*" })).toEqual([["LF3017", "error", 1]]);
    expect(told(kind, { Effect: "Allow", Action: "s3:GetObject" })).toEqual([["LF3018", "error", 1]]);
  });
});

describe("a resource-based policy", () => {
  it.each([
    ["*"],
    [{ AWS: "*" }],
    [{ AWS: ["111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/a/b", "arn:aws:sts::111122223333:assumed-role/r/s"] }],
    [{ Service: ["cloudtrail.amazonaws.com", "logs.eu-west-1.amazonaws.com"] }],
    [{ Federated: "accounts.google.com" }],
    [{ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E336V70R8E3QKE" }],
    [{ CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }],
  ])("takes the principal %j", (principal) => {
    expect(told("resource", grant(principal))).toEqual([]);
  });

  it.each([["arn:aws:iam::111122223333:root"], [{ AWS: "arn:aws:iam::111122223333:role/*" }], [{ AWS: "bob" }], [{ Servce: "x.amazonaws.com" }], [{ Service: "lambda" }]])("does not take %j: LF3024", (principal) => {
    expect(told("resource", grant(principal))).toEqual([["LF3024", "error", 1]]);
  });

  it("names services one by one: LF3024", () => {
    expect(told("resource", grant({ Service: "*" }))).toEqual([["LF3024", "warning", 1]]);
  });

  it("names nobody who was deleted: LF3047", () => {
    expect(told("resource", grant({ AWS: "AROAEXAMPLEEXAMPLE123" }))).toEqual([["LF3047", "warning", 1]]);
  });

  it("had better not have NotPrincipal: LF3048", () => {
    const { Principal: _, ...rest } = grant("*");
    expect(told("resource", { ...rest, NotPrincipal: { AWS: "111122223333" } })).toEqual([["LF3048", "error", 1]]);
    expect(told("resource", { ...rest, Effect: "Deny", NotPrincipal: { AWS: "111122223333" } })).toEqual([["LF3048", "warning", 1]]);
  });

  it("has principals", () => {
    expect(told("resource", SAY)).toEqual([["LF3018", "error", 1]]);
    expect(told("endpoint", SAY)).toEqual([["LF3018", "error", 1]]);
  });
});

describe("a trust policy", () => {
  it("says who may assume the role", () => {
    expect(told("trust", trust({}))).toEqual([]);
    expect(told("trust", trust({ Action: ["sts:AssumeRole", "sts:TagSession"] }))).toEqual([]);
  });

  it("names no resource, and is about STS only: LF3049", () => {
    expect(told("trust", trust({ Resource: "*" }))).toEqual([["LF3017", "error", 1]]);
    expect(told("trust", trust({ Action: "s3:GetObject" }))).toEqual([["LF3049", "error", 1]]);
    expect(told("trust", trust({ Action: "*" }))).toEqual([["LF3027", "error", 1]]);
  });

  it("has 2,048 characters, or more once AWS raises the quota: LF3050", () => {
    const long = (length: number) => trust({ Condition: { StringEquals: { "sts:ExternalId": "x".repeat(length) } } });
    expect(told("trust", long(1_000))).toEqual([]);
    expect(told("trust", long(3_000))).toEqual([["LF3050", "warning", 1]]);
    expect(told("trust", long(9_000))).toEqual([["LF3050", "error", 1]]);
  });
});

describe("a statement that changes nothing", () => {
  it("is told: LF3051", () => {
    expect(told("identity", { ...SAY, Action: "s3:*" }, SAY)).toEqual([["LF3051", "warning", 1]]);
    expect(told("identity", SAY, { ...SAY, Effect: "Deny", Action: "s3:*" })).toEqual([["LF3051", "warning", 1]]);
    expect(told("identity", SAY, SAY)).toEqual([["LF3051", "warning", 1]]);
    expect(told("scp", { ...SAY, Effect: "Deny" }, { ...SAY, Effect: "Deny", Action: "s3:PutObject" })).toEqual([]);
  });

  it("is not one with other conditions", () => {
    expect(told("identity", { ...SAY, Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "true" } } }, SAY)).toEqual([]);
  });
});

describe("the kind of a policy", () => {
  it("is seen in what it has", () => {
    expect(kindOfPolicy({ Statement: SAY })).toBe("identity");
    expect(kindOfPolicy({ Statement: [grant("*")] })).toBe("resource");
    expect(kindOfPolicy({ Statement: trust({}) })).toBe("trust");
    expect(kindOfPolicy("nothing")).toBe("identity");
  });
});
