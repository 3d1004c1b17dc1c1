import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../document.ts";
import { compileChain } from "./chain.ts";
import { decide } from "./decide.ts";
import { compilePolicy } from "./policy.ts";
import { ALLOW_ALL, named, policy, request } from "./testing/kit.ts";

describe("compilePolicy", () => {
  it("compiles a document once for each use", () => {
    const document = policy(ALLOW_ALL);
    expect(compilePolicy(document, "scp")).toBe(compilePolicy(document, "scp"));
    expect(compilePolicy(document, "scp")).not.toBe(compilePolicy(document, "identity"));
    expect(compilePolicy(document, "endpoint")).not.toBe(compilePolicy(document, "endpoint", "a policy", "gateway"));
  });

  it("finds the statements of an action by its name in lower case", () => {
    const compiled = compilePolicy(policy({ ...ALLOW_ALL, Action: "s3:Get*" }, { Effect: "Deny", NotAction: "S3:*", Resource: "*" }), "identity");
    expect(compiled.forAction("s3", "getobject").map(({ index }) => index)).toEqual([0]);
    expect(compiled.forAction("s3", "putobject")).toEqual([]);
    expect(compiled.forAction("ec2", "x").map(({ index }) => index)).toEqual([1]);
    expect(compiled.forAction("nonsense", "")).toHaveLength(1);
  });

  it("refuses what it cannot decide by, naming the policy", () => {
    const odd = { ...policy(ALLOW_ALL), Statement: [{ ...ALLOW_ALL, Condition: { ArnUnlike: { "aws:a": "b" } } }] };
    expect(() => compilePolicy(odd, "scp", "guard")).toThrow(/LF3040 The policy guard has the condition operator "ArnUnlike"/);
    for (const document of [null, {}, "text", { Statement: [{ Effect: "Permit" }] }]) {
      expect(() => compilePolicy(document as unknown as PolicyDocument, "scp")).toThrow("LF3040");
    }
  });
});

describe("compileChain", () => {
  it("takes operators in odd case and a single statement", () => {
    const document = { Statement: { ...ALLOW_ALL, Condition: { stringequals: { "aws:a": "1" } } } } as const;
    const chain = compileChain({ identity: [named(document)] });
    expect(decide(chain, request({ context: { "AWS:A": "1" } })).outcome).toBe("allowed");
  });

  it("decides one request after the other without remembering", () => {
    const chain = compileChain({ identity: [named(policy({ ...ALLOW_ALL, Condition: { StringLike: { "aws:a": "x*", "aws:b": "y" } } }))] });
    const contexts = [{ "aws:a": "x1", "aws:b": "y" }, { "aws:a": "x1" }, { "aws:b": "y", "aws:a": "x" }, {}];
    expect(contexts.map((context) => decide(chain, request({ context })).outcome)).toEqual(["allowed", "implicitDeny", "allowed", "implicitDeny"]);
  });

  it("learns keys of policies that are compiled after a request named them", () => {
    const before = compileChain({ identity: [named(policy(ALLOW_ALL))] });
    const context = { "late:Key": "1" };
    expect(decide(before, request({ context })).outcome).toBe("allowed");
    const after = compileChain({ identity: [named(policy({ ...ALLOW_ALL, Condition: { StringEquals: { "Late:key": "1" } } }))] });
    expect(decide(after, request({ context })).outcome).toBe("allowed");
  });

  it("stands more spellings and actions than it remembers", () => {
    const chain = compileChain({ identity: [named(policy({ ...ALLOW_ALL, Action: "s3:*1", Condition: { StringEquals: { "aws:a": "1" } } }))] });
    for (let index = 0; index < 40_000; index++) decide(chain, request({ action: `s3:x${index}`, context: { [`tag/${index}`]: "1" } }));
    expect(decide(chain, request({ action: "s3:x1", context: { "aws:A": "1" } })).outcome).toBe("allowed");
  });
});
