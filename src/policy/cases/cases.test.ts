import { describe, expect, it } from "vitest";
import { compileChain, explain } from "../fast/index.ts";
import { differencesFrom, readPolicyCase } from "./index.ts";

const allow = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const line = (more: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: "one",
    kind: "request",
    organization: { managementAccountId: "999999999999", scpLevels: [{ node: "root", documents: [allow] }], rcpLevels: null },
    policies: { identity: [allow], boundary: null, session: null, resource: null, endpoint: null },
    request: { contextMode: "exact", principal: "arn:aws:iam::111122223333:user/u", action: "s3:GetObject", resource: "arn:aws:s3:::b/k", resourceAccount: "111122223333", context: {} },
    expected: { decision: "Allowed" },
    tags: ["scp"],
    ...more,
  });
const asked = (more: Record<string, unknown>) => readPolicyCase(line({ request: { principal: "arn:aws:iam::111122223333:user/u", action: "s3:GetObject", ...more } })).request;
const differences = (more: Record<string, unknown>) => {
  const one = readPolicyCase(line(more));
  return differencesFrom(one, explain(compileChain(one.chain), one.request));
};

describe("readPolicyCase", () => {
  it("reads the chain, the request and what is expected", () => {
    const { chain, request, expected, id, tags } = readPolicyCase(line());
    expect({ id, tags, expected }).toEqual({ id: "one", tags: ["scp"], expected: { decision: "Allowed" } });
    expect(chain).toMatchObject({ managementAccountId: "999999999999", scps: [{ name: "root", policies: [{ document: allow }] }], identity: [{ document: allow }] });
    expect(Object.keys(chain)).toEqual(["managementAccountId", "scps", "identity"]);
    expect(request).toMatchObject({ principal: { type: "user", accountId: "111122223333" }, resource: "arn:aws:s3:::b/k" });
  });

  it("takes the format's own spelling of organization", () => {
    const spelled = line().replace("organization", "organi\u0073ation");
    expect(readPolicyCase(spelled).chain.scps).toHaveLength(1);
  });

  it("reads every kind of principal", () => {
    const issued = asked({ principal: "arn:aws:sts::111122223333:assumed-role/r/s", sessionIssuerArn: "arn:aws:iam::111122223333:role/path/r" });
    expect(issued.principal).toMatchObject({ type: "role-session", roleArn: "arn:aws:iam::111122223333:role/path/r" });
    expect(asked({ principal: { type: "Anonymous" } }).principal).toEqual({ type: "anonymous" });
    expect(asked({ principal: "lambda.amazonaws.com" }).principal).toEqual({ type: "service", names: ["lambda.amazonaws.com"] });
    expect(asked({ outsideOrganization: true, canonicalUserId: "c" }).principal).toMatchObject({ outsideOrganization: true, canonicalUserId: "c" });
  });

  it("leaves the resource out for an action without resource type", () => {
    expect(asked({ resource: "*", wildcardOnlyAction: true })).not.toHaveProperty("resource");
  });

  it("takes numbers and booleans of a context for their texts", () => {
    expect(asked({ context: { "aws:a": 1, "aws:b": [true, "x"], "aws:c": null } }).context).toEqual({ "aws:a": "1", "aws:b": ["true", "x"] });
  });

  it("derives keys from the principal on request; then an empty text is no value", () => {
    const { context } = asked({ contextMode: "derived", context: { "aws:a": "", "aws:username": "other" } });
    expect(context).toMatchObject({ "aws:PrincipalArn": "arn:aws:iam::111122223333:user/u", "aws:PrincipalAccount": "111122223333", "aws:username": "other" });
    expect(context).not.toHaveProperty("aws:a");
  });

  it("reads which keys are not known", () => {
    expect(asked({ unknownKeys: ["aws:PrincipalTag/*"] }).contextMode).toEqual({ unknown: new Set(["aws:principaltag/*"]) });
    expect(asked({ knownKeys: ["aws:A"] }).contextMode).toEqual({ known: new Set(["aws:a"]) });
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", "is not an object"],
    [line({ id: 5 }), '"id" of a policy case is not a text'],
    [line({ kind: "poem" }), '"kind" of a policy case is not one of request'],
    [line({ expected: { decision: "Perhaps" } }), '"expected.decision" of a policy case is not one of Allowed'],
    [line({ expected: { decision: "Allowed", blockedBy: "fate" } }), '"expected.blockedBy"'],
    [line({ request: undefined }), "is not complete"],
    [line({ request: { principal: "arn:aws:s3:::b", action: "s3:X" } }), '"request.principal" of a policy case is not the ARN of a principal'],
    [line({ request: { principal: { type: "Cat" }, action: "s3:X" } }), '"request.principal"'],
    [line({ request: { principal: "111122223333", action: "s3:X", context: { k: {} } } }), '"request.context.k"'],
    [line({ policies: { identity: [{ Statement: 1 }] } }), '"policies.identity" of a policy case is not a list of policy documents'],
    [line({ policies: { session: [] } }), '"policies.session" of a policy case is not a policy document'],
    [line({ policies: { endpoint: {} } }), '"policies.endpoint"'],
    [line({ organization: { scpLevels: {} } }), '"organization.scpLevels" of a policy case is not a list'],
    [line({ organization: { scpLevels: [3] } }), '"organization.scpLevels[0]" of a policy case is not an object'],
    [line({ tags: "x" }), '"tags" of a policy case is not a list of texts'],
    [line({ expected: { decision: "Allowed", statementMatches: 1 } }), '"expected.statementMatches" of a policy case is not true or false'],
  ])("refuses %s", (text, words) => {
    expect(() => readPolicyCase(text)).toThrow(words);
    expect(() => readPolicyCase(text)).toThrow("LF3091");
  });
});

describe("differencesFrom", () => {
  const none = { identity: [], boundary: null };
  const denying = { identity: [{ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } }] };

  it("finds none where all is as expected", () => {
    expect(differences({})).toEqual([]);
    expect(differences({ policies: none, expected: { decision: "ImplicitlyDenied", blockedBy: "identity" } })).toEqual([]);
    expect(differences({ policies: denying, expected: { decision: "ExplicitlyDenied", blockedBy: "identity" } })).toEqual([]);
  });

  it("takes Denied for both kinds of denial", () => {
    for (const policies of [none, denying]) expect(differences({ policies, expected: { decision: "Denied" } })).toEqual([]);
    expect(differences({ expected: { decision: "Denied" } })).toEqual(["expected Denied, got Allowed"]);
  });

  it("tells each thing that differs", () => {
    expect(differences({ policies: none, expected: { decision: "Allowed", blockedBy: "scp", statementMatches: false } })).toEqual([
      "expected Allowed, got ImplicitlyDenied",
      "expected to be blocked by scp, was by identity",
      "expected the statement not to match, it does",
    ]);
    expect(differences({ expected: { decision: "Allowed", blockedBy: "scp" } })).toEqual(["expected to be blocked by scp, was by nothing"]);
  });

  it("compares the keys that are missing", () => {
    const policies = { identity: [{ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: { Bool: { "aws:A": "true" } } } }] };
    const request = { principal: "arn:aws:iam::111122223333:user/u", action: "s3:GetObject", unknownKeys: ["aws:a"] };
    expect(differences({ policies, request, expected: { decision: "Unknown", missingKeys: ["aws:A"] } })).toEqual([]);
    expect(differences({ policies, request, expected: { decision: "Allowed", missingKeys: [] } })).toEqual(["expected Allowed, got Unknown (aws:a)", "expected the missing keys none, got aws:a"]);
  });

  it("looks at the resource's policy in a case about principals", () => {
    const resource = { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "*", Resource: "*" } };
    expect(differences({ kind: "principal", policies: { identity: [allow], resource }, expected: { decision: "Allowed", statementMatches: false } })).toEqual([]);
    expect(differences({ kind: "condition", policies: { identity: [allow] }, expected: { decision: "Allowed", statementMatches: true } })).toEqual([]);
  });
});
