import { describe, expect, it } from "vitest";
import { allows, ALLOW_ALL, DENY_ALL, federated, grant, named, OTHER, outcome, OWN, policy, root, session, user } from "../testing/kit.ts";

const s3 = allows({ ...ALLOW_ALL, Action: "s3:*" });
const ec2 = allows({ ...ALLOW_ALL, Action: "ec2:*" });

/** IAM User Guide, "Permissions boundaries for IAM entities". */
describe("a permissions boundary", () => {
  it("lets an entity do only what both its identity policies and its boundary allow", () => {
    expect(outcome({ identity: s3, boundary: s3 })).toBe("allowed");
    expect(outcome({ identity: s3, boundary: ec2 })).toBe("implicitDeny");
    expect(outcome({ identity: [], boundary: s3 })).toBe("implicitDeny");
    expect(outcome({ identity: s3, boundary: [] })).toBe("implicitDeny");
  });

  it("cannot be attached to the root user", () => {
    expect(outcome({ boundary: ec2 }, { principal: root })).toBe("allowed");
  });
});

/** IAM User Guide, "Session policies". */
describe("session policies", () => {
  it("limit a role session to what they and the role's policies allow", () => {
    expect(outcome({ identity: s3 }, { principal: session })).toBe("allowed");
    expect(outcome({ identity: s3, session: s3 }, { principal: session })).toBe("allowed");
    expect(outcome({ identity: s3, session: ec2 }, { principal: session })).toBe("implicitDeny");
    expect(outcome({ identity: [], session: s3 }, { principal: session })).toBe("implicitDeny");
  });

  it("add up where several are passed", () => {
    expect(outcome({ identity: s3, session: [...ec2, ...s3] }, { principal: session })).toBe("allowed");
  });

  it("give a session from GetFederationToken its permissions: without one it has none", () => {
    expect(outcome({ identity: s3 }, { principal: federated })).toBe("implicitDeny");
    expect(outcome({ identity: s3, session: s3 }, { principal: federated })).toBe("allowed");
    expect(outcome({ resource: named(policy(grant({ AWS: federated.arn }))) }, { principal: federated })).toBe("allowed");
  });
});

/** IAM User Guide, "Policy evaluation logic": "with the exception of the AWS account root user, which has full access". */
describe("the root user", () => {
  it("starts allowed, and is stopped by an explicit deny of a resource's policy", () => {
    expect(outcome({}, { principal: root })).toBe("allowed");
    expect(outcome({ resource: named(policy(grant("*", { Effect: "Deny" }))) }, { principal: root })).toBe("explicitDeny");
  });

  it("is limited to the task policy of a root session", () => {
    expect(outcome({ session: ec2 }, { principal: root })).toBe("implicitDeny");
    expect(outcome({ session: s3 }, { principal: root })).toBe("allowed");
  });

  it("passes its permissions on to sessions that it federates", () => {
    const principal = { ...federated, issuerArn: root.arn };
    expect(outcome({ session: s3, identity: allows(DENY_ALL), boundary: ec2 }, { principal })).toBe("allowed");
    expect(outcome({}, { principal })).toBe("implicitDeny");
  });
});

/** PrivateLink Guide, "Control access to VPC endpoints using endpoint policies". */
describe("the policy of a VPC endpoint", () => {
  const through = (statement: Parameters<typeof policy>[0], type?: "gateway" | "interface") =>
    outcome({ identity: s3, endpoint: { type, policies: [named(policy(statement))] } });

  it("does not override or replace other policies: both must allow", () => {
    expect(through(grant("*"))).toBe("allowed");
    expect(through(grant("*", { Action: "ec2:*" }))).toBe("implicitDeny");
    expect(through(grant("*", { Effect: "Deny" }))).toBe("explicitDeny");
    expect(outcome({ identity: [], endpoint: { policies: [named(policy(grant("*")))] } })).toBe("implicitDeny");
  });

  it("limits grants of the resource's policy, too", () => {
    const chain = { resource: named(policy(grant({ AWS: user.arn }))), endpoint: { policies: [named(policy(grant("*", { Action: "ec2:*" })))] } };
    expect(outcome(chain)).toBe("implicitDeny");
  });

  it("means by an account all of it, at a gateway its root user only", () => {
    expect(through(grant({ AWS: OWN }))).toBe("allowed");
    expect(through(grant({ AWS: OTHER }))).toBe("implicitDeny");
    expect(through(grant({ AWS: root.arn }), "gateway")).toBe("implicitDeny");
    expect(outcome({ endpoint: { type: "gateway", policies: [named(policy(grant({ AWS: root.arn })))] } }, { principal: root })).toBe("allowed");
    expect(through(grant({ AWS: user.arn }), "gateway")).toBe("allowed");
  });
});

/** AWS STS API Reference, "GetCallerIdentity": "you can still perform this operation". */
describe("sts:GetCallerIdentity", () => {
  it("is allowed even if a policy explicitly denies it, to every principal of an account", () => {
    expect(outcome({ identity: allows(DENY_ALL) }, { action: "STS:GetCallerIdentity", resource: undefined })).toBe("allowed");
    expect(outcome({}, { action: "sts:GetCallerIdentity", resource: undefined, principal: { type: "anonymous" } })).toBe("implicitDeny");
  });
});

/** IAM User Guide, "Permissions for GetSessionToken": "You cannot use policies to control authentication operations". */
describe("sts:GetSessionToken", () => {
  const asked = { action: "sts:GetSessionToken", resource: undefined };

  it("needs no permission of users and the root user, who cannot be denied it", () => {
    expect(outcome({}, asked)).toBe("allowed");
    expect(outcome({ identity: allows(DENY_ALL) }, asked)).toBe("allowed");
    expect(outcome({}, { ...asked, principal: root })).toBe("allowed");
  });

  it("cannot be called by a role session, whatever its policies allow; a Deny is told as one", () => {
    expect(outcome({ identity: allows(ALLOW_ALL) }, { ...asked, principal: session })).toBe("implicitDeny");
    expect(outcome({ identity: allows(ALLOW_ALL) }, { action: "sts:GetFederationToken", principal: session })).toBe("implicitDeny");
    expect(outcome({ identity: allows(DENY_ALL) }, { ...asked, principal: session })).toBe("explicitDeny");
  });
});
