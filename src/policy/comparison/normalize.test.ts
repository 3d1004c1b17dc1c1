import { describe, expect, it } from "vitest";
import type { PolicyDocument, PolicyStatement } from "../document.ts";
import { equalPolicies, normalizePolicy } from "./normalize.ts";

const policy = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });
const deny: PolicyStatement = { Effect: "Deny", Action: "s3:*", Resource: "*" };

describe("normalizePolicy", () => {
  it("writes one canonical form", () => {
    const document: PolicyDocument = {
      Statement: {
        Effect: "Deny",
        Action: ["S3:Put*", "s3:get*", "s3:put*"],
        Resource: "*",
        Condition: { stringequals: { "AWS:PrincipalArn": "b", "aws:a": ["y", "x", "y"] }, Bool: { "aws:SecureTransport": false }, Null: {} },
      },
    };
    expect(normalizePolicy(document)).toEqual({
      Version: "2008-10-17",
      Statement: [
        {
          Effect: "Deny",
          Action: ["s3:get*", "s3:put*"],
          Resource: ["*"],
          Condition: { Bool: { "aws:securetransport": ["false"] }, StringEquals: { "aws:a": ["x", "y"], "aws:principalarn": ["b"] } },
        },
      ],
    });
  });

  it("keeps two spellings of one key apart, because joining them would change what they ask", () => {
    const Condition = { StringEquals: { "aws:A": "x", "aws:a": "y" } };
    expect(normalizePolicy(policy({ ...deny, Condition })).Statement).toMatchObject([{ Condition: { StringEquals: { "aws:A": ["x"], "aws:a": ["y"] } } }]);
  });

  it("sorts principals by type and name", () => {
    const Principal = { Service: "b", AWS: ["2", "1"] };
    expect(JSON.stringify(normalizePolicy(policy({ ...deny, Principal })).Statement)).toContain('"Principal":{"AWS":["1","2"],"Service":["b"]}');
  });
});

describe("equalPolicies", () => {
  it("is true for another order, another case of actions, a repeated statement and a single value", () => {
    const allow: PolicyStatement = { Effect: "Allow", Action: "*", Resource: "*" };
    expect(equalPolicies(policy(deny, allow), policy(allow, { ...deny, Action: ["S3:*"] }, deny))).toBe(true);
    expect(equalPolicies(policy(deny), { Version: "2012-10-17", Statement: deny })).toBe(true);
  });

  it("is false for another Sid, Version, case of a resource or type of principal", () => {
    expect(equalPolicies(policy(deny), policy({ ...deny, Sid: "A" }))).toBe(false);
    expect(equalPolicies(policy(deny), { Statement: [deny] })).toBe(false);
    expect(equalPolicies({ Version: "2008-10-17", Statement: [deny] }, { Statement: [deny] })).toBe(true);
    expect(equalPolicies(policy({ ...deny, Resource: "arn:aws:s3:::A" }), policy({ ...deny, Resource: "arn:aws:s3:::a" }))).toBe(false);
    expect(equalPolicies(policy({ ...deny, Principal: "*" }), policy({ ...deny, Principal: { AWS: "*" } }))).toBe(false);
  });
});
