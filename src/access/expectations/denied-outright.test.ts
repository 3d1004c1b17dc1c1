import { describe, expect, it } from "vitest";
import type { Expectation, Organization } from "../../organization/index.ts";
import { loadCatalog, type PolicyStatement } from "../../policy/index.ts";
import { proveExpectations } from "../index.ts";
import { ACME } from "../testing/acme.ts";

/** The organization with one SCP at its root. */
const under = (statement: PolicyStatement): Organization => ({ ...ACME, policies: { ...ACME.policies, it: { type: "scp", document: { Version: "2012-10-17", Statement: statement } } }, root: { policies: ["it"] } });
const proveUnder = async (statement: PolicyStatement, expectation: Expectation) => {
  const [result] = proveExpectations({ ...under(statement), expectations: { it: { who: ["administrator"], ...expectation } } }, await loadCatalog()).results;
  return result;
};
const deny = { Effect: "Deny", Resource: "*" } as const;

describe("What one statement denies whatever else a request has", () => {
  it.each<readonly [string, PolicyStatement]>([
    ["by its name", { ...deny, Action: "iam:CreateUser" }],
    ["by a pattern that means more", { ...deny, Action: ["s3:*", "iam:create*"] }],
    ["by all but others", { ...deny, NotAction: ["s3:*", "iam:Get*"] }],
    ["where the principal decides", { ...deny, Action: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Nobody" } } }],
  ])("is proven with one request for each principal: %s", async (_how, statement) => {
    const result = await proveUnder(statement, { cannot: ["iam:CreateUser"], accounts: ["shop-dev"] });
    expect(result).toMatchObject({ outcome: "holds", requests: 1 });
  });

  it("is proven so for patterns of actions, and for given keys", async () => {
    expect(await proveUnder({ ...deny, Action: "ec2:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }, { cannot: ["ec2:Run*"], when: { "aws:SecureTransport": "false" }, accounts: ["shop-dev"] })).toMatchObject({ outcome: "holds", requests: 1 });
  });

  it.each<readonly [string, PolicyStatement]>([
    ["a key that the request may have otherwise", { ...deny, Action: "iam:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    ["who asks", { ...deny, Action: "iam:*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Nobody" } } }],
    ["the resource", { ...deny, Action: "iam:*", Resource: "arn:aws:iam::*:user/x" }],
    ["which of the actions it is", { ...deny, Action: "iam:CreateUs*r" }],
    ["an exception", { ...deny, NotAction: ["iam:?reateUser"] }],
  ])("is not taken for it where the denial hangs on %s", async (_what, statement) => {
    expect(await proveUnder(statement, { cannot: ["iam:Create*"], accounts: ["shop-dev"] })).toMatchObject({ outcome: "fails" });
  });
});
