import { describe, expect, it } from "vitest";
import type { PolicyStatement } from "../../document.ts";
import { allows, ALLOW_ALL, grant, named, OTHER, outcome, OWN, policy, root, service, session, user } from "../testing/kit.ts";

const withPolicy = (element: PolicyStatement["Principal"], identity = allows(ALLOW_ALL)) => ({ identity, resource: named(policy(grant(element, { Resource: undefined }))) });

/** KMS Developer Guide, "Key policies": "No AWS principal … has any permissions to a KMS key unless they are explicitly allowed". */
describe("a KMS key policy", () => {
  const key = { action: "kms:Decrypt", resource: `arn:aws:kms:eu-west-1:${OWN}:key/1` };

  it("must allow, whatever identity policies say, of the root user too", () => {
    expect(outcome({ identity: allows(ALLOW_ALL) }, key)).toBe("implicitDeny");
    expect(outcome(withPolicy({ AWS: session.roleArn }), key)).toBe("implicitDeny");
    expect(outcome({}, { ...key, principal: root })).toBe("implicitDeny");
    expect(outcome(withPolicy({ AWS: OWN }, []), { ...key, principal: root })).toBe("allowed");
  });

  it("allows the account to use IAM policies, which then must allow", () => {
    expect(outcome(withPolicy({ AWS: root.arn }), key)).toBe("allowed");
    expect(outcome(withPolicy({ AWS: root.arn }, []), key)).toBe("implicitDeny");
  });

  it("is enough by itself for the principal that it names", () => {
    expect(outcome(withPolicy({ AWS: user.arn }, []), key)).toBe("allowed");
  });

  it("has no say in what is not about a key", () => {
    expect(outcome({ identity: allows(ALLOW_ALL) }, { action: "kms:CreateKey", resource: undefined })).toBe("allowed");
    expect(outcome({ identity: allows(ALLOW_ALL) }, { action: "kms:CreateAlias", resource: `arn:aws:kms:eu-west-1:${OWN}:alias/a` })).toBe("allowed");
  });
});

/** IAM User Guide, "Policy evaluation logic" on role trust policies; "Roles terms and concepts". */
describe("a role trust policy", () => {
  const assume = { action: "sts:AssumeRole", resource: `arn:aws:iam::${OWN}:role/Target` };

  it("must trust the principal, or its account whose identity policy then must allow", () => {
    expect(outcome({ identity: allows(ALLOW_ALL) }, assume)).toBe("implicitDeny");
    expect(outcome(withPolicy({ AWS: user.arn }, []), assume)).toBe("allowed");
    expect(outcome(withPolicy({ AWS: OWN }, []), assume)).toBe("implicitDeny");
    expect(outcome(withPolicy({ AWS: OWN }), assume)).toBe("allowed");
  });

  it("of another account needs the caller's permission as well", () => {
    const far = { ...assume, resource: `arn:aws:iam::${OTHER}:role/Target` };
    expect(outcome(withPolicy({ AWS: user.arn }, []), far)).toBe("implicitDeny");
    expect(outcome(withPolicy({ AWS: OWN }), far)).toBe("allowed");
  });

  it("trusts services and identity providers by its word alone", () => {
    expect(outcome(withPolicy({ Service: "logs.amazonaws.com" }, []), { ...assume, principal: service })).toBe("allowed");
    const asked = { ...assume, action: "sts:AssumeRoleWithWebIdentity", principal: { type: "web-identity", provider: "accounts.google.com" } as const };
    expect(outcome(withPolicy({ Federated: "accounts.google.com" }, []), asked)).toBe("allowed");
    expect(outcome(withPolicy({ AWS: OWN }), asked)).toBe("implicitDeny");
  });
});
