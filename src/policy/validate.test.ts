import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validatePolicy, validatePolicyText } from "./validate.ts";

describe("validatePolicy", () => {
  it("has nothing to say about a good SCP and a good RCP", () => {
    const statement = { Sid: "Tls", Effect: "Deny", Resource: "*", Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } };
    expect(validatePolicy({ Version: "2012-10-17", Statement: [{ ...statement, NotAction: ["iam:*"] }] }, "scp")).toEqual([]);
    expect(validatePolicy({ Version: "2012-10-17", Statement: { ...statement, Principal: "*", Action: ["s3:*", "sts:*"] } }, "rcp")).toEqual([]);
  });

  it("takes the full language in an SCP that allows", () => {
    const Statement = { Effect: "Allow", NotAction: "iam:*User", NotResource: "arn:aws:s3:::a", Condition: { Bool: { "aws:ViaAWSService": true } } };
    expect(validatePolicy({ Version: "2012-10-17", Statement }, "scp")).toEqual([]);
  });

  it("tells all problems at once", () => {
    const problems = validatePolicy({ version: "2012-10-17", Statement: [{ Effect: "deny", Action: "s3", Resource: "bucket" }] }, "scp");
    expect(problems.map((problem) => problem.code)).toEqual(["LF3011", "LF3016", "LF3020", "LF3025", "LF3028"]);
  });

  it("never throws, whatever the value", () => {
    const names = fc.constantFrom("Version", "Statement", "Effect", "Action", "Resource", "Condition", "Principal", "StringEquals", "aws:x", "Sid");
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, fc.anything(), fc.constantFrom("Deny", "*", "s3:*"), fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(names, tie("value"))),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom("scp" as const, "rcp" as const), (document, kind) => {
        for (const problem of validatePolicy(document, kind)) expect(problem.message).toMatch(/\.$/);
      }),
    );
    const cyclic: Record<string, unknown> = { Effect: 1n };
    cyclic["Statement"] = cyclic;
    cyclic["Condition"] = cyclic;
    expect(validatePolicy(cyclic, "scp").length).toBeGreaterThan(0);
  });
});

describe("validatePolicyText", () => {
  it("puts a wrong name at its key and a wrong value at the value", () => {
    const text = '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "deny", "action": "s3:*", "Action": "s3:*", "Resource": "*" }\n  ]\n}';
    expect(validatePolicyText(text, "scp").map(({ code, at }) => [code, at?.line, at?.column, at?.endColumn])).toEqual([
      ["LF3020", 4, 17, 23],
      ["LF3016", 4, 25, 33],
    ]);
  });

  it("tells what is not JSON and goes on to the policy where it can", () => {
    const text = '{ "Version": "2012-10-17", "Statement": [] // nothing yet\n}';
    expect(validatePolicyText(text, "scp").map(({ code }) => code)).toEqual(["LF3015", "LF3002"]);
    expect(validatePolicyText("{", "scp").map(({ code }) => code)).toEqual(["LF3001"]);
  });
});
