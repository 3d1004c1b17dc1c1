import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../chain.ts";
import type { ContextMode, Request } from "../request/request.ts";
import { compileChain } from "./chain.ts";
import { decide } from "./decide.ts";
import { allows, ALLOW_ALL, DENY_ALL, grant, holds, level, matches, named, policy, request, session, user } from "./testing/kit.ts";

const unknown = (...keys: string[]): ContextMode => ({ unknown: new Set(keys) });
const known = (...keys: string[]): ContextMode => ({ known: new Set(keys) });
const decision = (chain: Partial<PolicyChain>, asked: Partial<Request> = {}) => decide(compileChain({ identity: [], ...chain }), request(asked));
const whenTagged = (tag: string) => ({ Condition: { StringEquals: { [`aws:PrincipalTag/${tag}`]: "x" } } });

describe("a key that is not known", () => {
  it("makes each operator on it unknown, IfExists and Null too", () => {
    for (const operator of ["StringEquals", "StringNotEquals", "StringEqualsIfExists", "Null", "ForAllValues:StringLike", "ForAnyValue:StringLike", "IpAddress"]) {
      expect(holds({ [operator]: { "aws:a": "true" } }, {}, unknown("aws:a"))).toBe("unknown");
      expect(holds({ [operator]: { "aws:b": "true" } }, {}, unknown("aws:a"))).toBe(holds({ [operator]: { "aws:b": "true" } }));
    }
  });

  it("is one of those listed as unknown, or none of those listed as known", () => {
    const block = { StringEquals: { "aws:A": "1" } };
    expect(holds(block, {}, known("aws:b"))).toBe("unknown");
    expect(holds(block, {}, known("aws:a"))).toBe("no");
  });

  it("may be listed with all of its kind", () => {
    const block = { StringEquals: { "aws:PrincipalTag/team": "red" } };
    expect(holds(block, {}, unknown("aws:principaltag/*"))).toBe("unknown");
    expect(holds(block, {}, known("aws:principaltag/*"))).toBe("no");
    expect(holds(block, {}, unknown("aws:requesttag/*"))).toBe("no");
  });

  it("is known once it is given, even without a value", () => {
    expect(holds({ StringEquals: { "aws:a": "1" } }, { "AWS:A": "1" }, unknown("aws:a"))).toBe("yes");
    expect(holds({ Null: { "aws:a": "true" } }, { "aws:a": [] }, unknown("aws:a"))).toBe("yes");
  });

  it("does not matter where another condition fails", () => {
    expect(holds({ StringEquals: { "aws:a": "1", "aws:b": "2" } }, { "aws:b": "3" }, unknown("aws:a"))).toBe("no");
  });

  it("makes a text with it as a variable unknown where any value of it could match", () => {
    const home = { Resource: "arn:aws:s3:::home/${aws:username}/*" };
    expect(matches(home, { resource: "arn:aws:s3:::home/alice/x", contextMode: unknown("aws:username") })).toBe("unknown");
    expect(matches(home, { resource: "arn:aws:s3:::other/alice/x", contextMode: unknown("aws:username") })).toBe("no");
    expect(holds({ StringNotEquals: { "aws:a": "${aws:b}-1" } }, { "aws:a": "x-2" }, unknown("aws:b"))).toBe("yes");
    expect(holds({ ArnLike: { "aws:a": "arn:aws:iam::${aws:b}:role/x" } }, { "aws:a": "arn:aws:iam::1:role/x" }, unknown("aws:b"))).toBe("unknown");
    expect(holds({ StringEqualsIgnoreCase: { "aws:a": "${aws:b}X" } }, { "aws:a": "1x" }, unknown("aws:b"))).toBe("unknown");
  });
});

describe("an unknown decision", () => {
  const contextMode = unknown("aws:principaltag/*", "aws:sourceip");

  it("names the keys whose values decide, of Denies and Allows", () => {
    const chain = { identity: allows({ ...ALLOW_ALL, ...whenTagged("a") }, { ...DENY_ALL, Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }) };
    expect(decision(chain, { contextMode })).toEqual({ outcome: "unknown", missingKeys: ["aws:principaltag/a", "aws:sourceip"] });
    expect(decision(chain, { contextMode, context: { "aws:SourceIp": "11.0.0.1" } })).toEqual({ outcome: "unknown", missingKeys: ["aws:principaltag/a"] });
  });

  it("is none when a Deny matches, or a gate is closed, whatever the keys are", () => {
    const unsure = { ...DENY_ALL, ...whenTagged("a") };
    expect(decision({ identity: allows(ALLOW_ALL, unsure, DENY_ALL) }, { contextMode }).outcome).toBe("explicitDeny");
    expect(decision({ identity: allows(unsure) }, { contextMode })).toEqual({ outcome: "implicitDeny", missingKeys: [] });
    expect(decision({ identity: allows(ALLOW_ALL), scps: [level("root"), level("ou", { ...ALLOW_ALL, ...whenTagged("a") })] }, { contextMode }).outcome).toBe("implicitDeny");
  });

  it("is none when one sure Allow is enough", () => {
    expect(decision({ identity: allows({ ...ALLOW_ALL, ...whenTagged("a") }, ALLOW_ALL) }, { contextMode }).outcome).toBe("allowed");
    expect(decision({ identity: allows({ ...ALLOW_ALL, ...whenTagged("a") }), resource: named(policy(grant({ AWS: user.arn }))) }, { contextMode }).outcome).toBe("allowed");
  });

  it("comes of levels, boundary, session, resource and endpoint as well", () => {
    const unsure = { ...ALLOW_ALL, ...whenTagged("a") };
    const answer = { outcome: "unknown", missingKeys: ["aws:principaltag/a"] };
    const identity = allows(ALLOW_ALL);
    const chains: Partial<PolicyChain>[] = [
      { identity, scps: [level("root", unsure)] },
      { identity, boundary: allows(unsure) },
      { identity, session: allows(unsure) },
      { resource: named(policy(grant("*", whenTagged("a")))) },
      { resource: named(policy(grant({ AWS: session.roleArn }, whenTagged("a")))) },
      { identity, endpoint: { policies: [named(policy(grant("*", whenTagged("a"))))] } },
    ];
    for (const chain of chains) expect(decision(chain, { contextMode, principal: session })).toEqual(answer);
  });

  it("leaves out keys that could not open a closed way", () => {
    const chain = { identity: allows({ ...ALLOW_ALL, ...whenTagged("a") }), boundary: [], resource: named(policy(grant("*", whenTagged("b")))) };
    expect(decision(chain, { contextMode }).missingKeys).toEqual(["aws:principaltag/b"]);
  });
});
