import { describe, expect, it } from "vitest";
import type { PolicyStatement } from "../../document.ts";
import type { Principal } from "../../request/request.ts";
import { allows, ALLOW_ALL, DENY_ALL, federated, grant, named, outcome, OWN, policy, root, session, user } from "../testing/kit.ts";

/** IAM User Guide, "Policy evaluation logic". */
describe("inside one account", () => {
  it("everything is implicitly denied by default", () => {
    expect(outcome({})).toBe("implicitDeny");
  });

  it("an explicit allow in an identity-based or resource-based policy overrides this default", () => {
    expect(outcome({ identity: allows(ALLOW_ALL) })).toBe("allowed");
    expect(outcome({ resource: named(policy(grant({ AWS: user.arn }))) })).toBe("allowed");
  });

  it("an explicit deny in any policy overrides any allows", () => {
    const all = { identity: allows(ALLOW_ALL), boundary: allows(ALLOW_ALL), session: allows(ALLOW_ALL), resource: named(policy(grant("*"))) };
    expect(outcome(all, { principal: session })).toBe("allowed");
    for (const kind of ["identity", "boundary", "session"] as const) {
      expect(outcome({ ...all, [kind]: [...all[kind], ...allows(DENY_ALL)] }, { principal: session })).toBe("explicitDeny");
    }
    expect(outcome({ ...all, resource: named(policy(grant("*"), grant("*", { Effect: "Deny" }))) }, { principal: session })).toBe("explicitDeny");
  });

  it("a Deny whose action, resource or condition does not match denies nothing", () => {
    const chain = (deny: Partial<PolicyStatement>) => ({ identity: allows(ALLOW_ALL, { ...DENY_ALL, ...deny }) });
    expect(outcome(chain({ Action: "s3:Put*" }))).toBe("allowed");
    expect(outcome(chain({ Resource: "arn:aws:s3:::other/*" }))).toBe("allowed");
    expect(outcome(chain({ Condition: { Bool: { "aws:SecureTransport": "false" } } }))).toBe("allowed");
  });
});

/** The same page, "Resource-based policies and implicit denies in other policy types". */
describe("what limits a grant of the resource's policy", () => {
  const closed = allows({ ...ALLOW_ALL, Action: "ec2:*" });
  const granted = (principal: Principal, element: PolicyStatement["Principal"], limit: "nothing" | "boundary" | "session") =>
    outcome(
      { resource: named(policy(grant(element))), session: limit === "session" ? closed : allows(ALLOW_ALL), ...(limit === "boundary" ? { boundary: closed } : {}) },
      { principal },
    );
  const limits = (principal: Principal, element: PolicyStatement["Principal"]) =>
    (["nothing", "boundary", "session"] as const).filter((limit) => granted(principal, element, limit) === "implicitDeny");

  it("IAM user ARN: nothing", () => {
    expect(limits(user, { AWS: user.arn })).toEqual([]);
  });

  it("IAM role ARN: permissions boundary and session policy, not the identity policy", () => {
    expect(limits(session, { AWS: session.roleArn })).toEqual(["boundary", "session"]);
  });

  it("IAM role session ARN: nothing", () => {
    expect(limits(session, { AWS: session.arn ?? "" })).toEqual([]);
  });

  it("federated user session ARN: nothing", () => {
    expect(limits(federated, { AWS: federated.arn })).toEqual([]);
  });

  it("ARN of the IAM user who federated: permissions boundary and session policy", () => {
    expect(limits(federated, { AWS: user.arn })).toEqual(["boundary", "session"]);
  });

  it("* with a condition on aws:PrincipalArn, or without: nothing", () => {
    const resource = named(policy(grant("*", { Condition: { ArnEquals: { "aws:PrincipalArn": session.roleArn } } })));
    const context = { "aws:PrincipalArn": session.roleArn };
    expect(outcome({ resource, boundary: closed, session: closed }, { principal: session, context })).toBe("allowed");
    expect(outcome({ resource, boundary: closed, session: closed }, { principal: session })).toBe("implicitDeny");
    expect(limits(session, "*")).toEqual([]);
  });

  it("the account: everything, for it only delegates", () => {
    for (const element of [{ AWS: OWN }, { AWS: root.arn }]) expect(limits(session, element)).toEqual(["nothing", "boundary", "session"]);
  });

  it("a list of principals grants by the strongest", () => {
    expect(limits(session, { AWS: [OWN, session.roleArn] })).toEqual(["boundary", "session"]);
    expect(limits(session, { AWS: [session.arn ?? "", session.roleArn] })).toEqual([]);
  });
});
