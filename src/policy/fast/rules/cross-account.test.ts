import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../../chain.ts";
import { allows, ALLOW_ALL, grant, named, OTHER, outcome, OWN, policy, root, service, session, user } from "../testing/kit.ts";

/** IAM User Guide, "Cross-account policy evaluation logic". */
describe("across accounts", () => {
  const far = { resourceAccount: OTHER };
  const resource = named(policy(grant({ AWS: user.arn })));

  it("the request is allowed only if both evaluations return a decision of Allow", () => {
    expect(outcome({ identity: allows(ALLOW_ALL), resource }, far)).toBe("allowed");
    expect(outcome({ identity: allows(ALLOW_ALL) }, far)).toBe("implicitDeny");
    expect(outcome({ resource }, far)).toBe("implicitDeny");
  });

  it("the resource may grant the principal, its account or everyone", () => {
    for (const element of ["*", { AWS: OWN }, { AWS: root.arn }, { AWS: user.arn }] as const) {
      expect(outcome({ identity: allows(ALLOW_ALL), resource: named(policy(grant(element))) }, far)).toBe("allowed");
    }
    expect(outcome({ identity: allows(ALLOW_ALL), resource: named(policy(grant({ AWS: OTHER }))) }, far)).toBe("implicitDeny");
  });

  it("boundary and session policy always limit, even if the resource names the session", () => {
    const closed = allows({ ...ALLOW_ALL, Action: "ec2:*" });
    const chain: Partial<PolicyChain> = { identity: allows(ALLOW_ALL), resource: named(policy(grant({ AWS: session.arn ?? "" }))) };
    expect(outcome(chain, { ...far, principal: session })).toBe("allowed");
    expect(outcome({ ...chain, boundary: closed }, { ...far, principal: session })).toBe("implicitDeny");
    expect(outcome({ ...chain, session: closed }, { ...far, principal: session })).toBe("implicitDeny");
  });

  it("the root user starts allowed on its own side only", () => {
    expect(outcome({}, { ...far, principal: root })).toBe("implicitDeny");
    expect(outcome({ resource: named(policy(grant({ AWS: OWN }))) }, { ...far, principal: root })).toBe("allowed");
  });

  it("the account of a resource is the one given, else the one in its ARN, else the caller's", () => {
    const asked = (arn: string, resourceAccount?: string) => outcome({ identity: allows(ALLOW_ALL) }, { action: "sqs:SendMessage", resource: arn, resourceAccount });
    expect(asked(`arn:aws:sqs:eu-west-1:${OTHER}:q`)).toBe("implicitDeny");
    expect(asked(`arn:aws:sqs:eu-west-1:${OWN}:q`)).toBe("allowed");
    expect(asked(`arn:aws:sqs:eu-west-1:${OTHER}:q`, OWN)).toBe("allowed");
    for (const none of ["arn:aws:s3:::bucket", "arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:s3", "*"]) expect(asked(none)).toBe("allowed");
  });

  it("an AWS managed KMS key cannot be used at all", () => {
    const key = { action: "kms:Decrypt", resource: `arn:aws:kms:eu-west-1:${OTHER}:key/1`, awsManagedKey: true };
    expect(outcome({ identity: allows(ALLOW_ALL), resource: named(policy(grant("*"))) }, key)).toBe("implicitDeny");
    expect(outcome({ resource: named(policy(grant("*"))) }, { ...key, principal: service })).toBe("implicitDeny");
    expect(outcome({ identity: allows(ALLOW_ALL), resource: named(policy(grant("*"))) }, { ...key, awsManagedKey: false })).toBe("allowed");
  });

  it("sts:AssumeRoot asks for the caller's permission alone", () => {
    const asked = { action: "sts:AssumeRoot", resource: `arn:aws:iam::${OTHER}:root` };
    expect(outcome({ identity: allows(ALLOW_ALL) }, asked)).toBe("allowed");
    expect(outcome({}, asked)).toBe("implicitDeny");
  });

  it("services, federated and anonymous callers are decided by the resource alone", () => {
    const chain = (element: "*" | { Service: string }) => ({ resource: named(policy(grant(element))) });
    expect(outcome(chain({ Service: "logs.amazonaws.com" }), { principal: service })).toBe("allowed");
    expect(outcome({}, { principal: service })).toBe("implicitDeny");
    expect(outcome(chain("*"), { principal: { type: "anonymous" } })).toBe("allowed");
    expect(outcome({ identity: allows(ALLOW_ALL) }, { principal: { type: "anonymous" } })).toBe("implicitDeny");
  });
});
