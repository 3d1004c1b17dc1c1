import { describe, expect, it } from "vitest";
import { AwsError } from "../../aws-error.ts";
import { checkPolicyDocument, countedLength, encodeDocument } from "./policy-document.ts";
import { allow, policy } from "./testing/stage.ts";

function problem(document: string): string | undefined {
  try {
    checkPolicyDocument("identity", document);
    return undefined;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe("an identity policy", () => {
  it.each([
    ["lists", allow(["s3:Get*", "s3:List*"], ["arn:aws:s3:::a", "arn:aws:s3:::a/*"])],
    ["one statement without a list", JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Deny", NotAction: "iam:*", NotResource: "arn:aws:iam::*:user/x" } })],
    ["conditions", allow("s3:*", "*", { Condition: { "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a*"] }, Null: { "aws:TokenIssueTime": "true" } } })],
    ["everything", allow("*")],
  ])("may have %s", (_, document) => {
    expect(problem(document)).toBeUndefined();
  });

  it.each([
    ["text that is no JSON", "{", "Syntax errors in policy."],
    ["a list", "[]", "Syntax errors in policy."],
    ["a key twice", '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}', "Syntax errors in policy."],
    ["no statement", '{"Version":"2012-10-17","Statement":[]}', "Syntax errors in policy."],
    ["no version", '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', "Policy document must be version 2012-10-17 or greater."],
    ["an old version", '{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', "Policy document must be version 2012-10-17 or greater."],
    ["a version that there is not", '{"Version":"2020-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', "Syntax errors in policy."],
    ["another effect", policy({ Effect: "allow", Action: "*", Resource: "*" }), "Syntax errors in policy."],
    ["an unknown element", policy({ Effect: "Allow", Action: "*", Resource: "*", Resources: "*" }), "Syntax errors in policy."],
    ["no action", policy({ Effect: "Allow", Resource: "*" }), "Policy statement must contain actions."],
    ["an empty list of actions", policy({ Effect: "Allow", Action: [], Resource: "*" }), "Policy statement must contain actions."],
    ["both kinds of action", policy({ Effect: "Allow", Action: "*", NotAction: "iam:*", Resource: "*" }), "Syntax errors in policy."],
    ["no resource", policy({ Effect: "Allow", Action: "s3:*" }), "Policy statement must contain resources."],
    ["a principal", policy({ Effect: "Allow", Action: "s3:*", Resource: "*", Principal: "*" }), "Policy document should not specify a principal."],
    ["an action without a service", allow("GetObject"), "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."],
    ["an action with two colons", allow("s3:Get:Object"), "Actions/Condition can contain only one colon."],
    ["an odd service", allow("s 3:GetObject"), "Vendor s 3 is not valid"],
    ["a resource that is no ARN", allow("s3:*", "bucket"), 'Resource bucket must be in ARN format or "*".'],
    ["an unknown operator", allow("s3:*", "*", { Condition: { StringIs: { "aws:username": "a" } } }), "Syntax errors in policy."],
    ["a condition key without a service", allow("s3:*", "*", { Condition: { StringEquals: { username: "a" } } }), "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."],
    ["a Sid twice", policy({ Sid: "A", Effect: "Allow", Action: "*", Resource: "*" }, { Sid: "A", Effect: "Deny", Action: "*", Resource: "*" }), "Statement IDs (SID) in a single policy must be unique."],
  ])("must not have %s", (_, document, message) => {
    expect(problem(document)).toBe(`MalformedPolicyDocument: ${message}`);
  });
});

describe("a document", () => {
  it("counts without white space", () => {
    expect(countedLength(' { "a" :\n\t1 } ')).toBe('{"a":1}'.length);
  });

  it("is encoded as RFC 3986 says, marks included", () => {
    expect(encodeDocument("a(b)!*'~ é")).toBe("a%28b%29%21%2A%27~%20%C3%A9");
  });
});
