import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../../chain.ts";
import type { Principal } from "../../request/request.ts";
import { allows, ALLOW_ALL, DENY_ALL, grant, level, MANAGEMENT, named, OTHER, outcome, OWN, policy, root, service, serviceLinked, session, user } from "../testing/kit.ts";

const open: Partial<PolicyChain> = { managementAccountId: MANAGEMENT, identity: allows(ALLOW_ALL) };
const through = (...scps: PolicyChain["scps"] & object) => outcome({ ...open, scps });

/** Organizations User Guide, "SCP evaluation". */
describe("SCPs", () => {
  it("an explicit Allow is needed at every level from the root through each OU to the account", () => {
    expect(through(level("root", ALLOW_ALL), level("ou", ALLOW_ALL), level("account", ALLOW_ALL))).toBe("allowed");
    for (const missing of [0, 1, 2]) {
      const levels = ["root", "ou", "account"].map((name, index) => (index === missing ? level(name, { ...ALLOW_ALL, Action: "ec2:*" }) : level(name, ALLOW_ALL)));
      expect(through(...levels)).toBe("implicitDeny");
    }
  });

  it("a level with no policy allows nothing; several policies of one level add up", () => {
    expect(through(level("root", ALLOW_ALL), level("account"))).toBe("implicitDeny");
    const two = { name: "root", policies: [...allows({ ...ALLOW_ALL, Action: "ec2:*" }), ...allows({ ...ALLOW_ALL, Action: "s3:*" })] };
    expect(through(two)).toBe("allowed");
  });

  it("an explicit Deny at any level affects every account under it", () => {
    expect(through(level("root", ALLOW_ALL, { ...DENY_ALL, Action: "s3:*" }), level("account", ALLOW_ALL))).toBe("explicitDeny");
    expect(through(level("root", ALLOW_ALL), level("account", ALLOW_ALL, { ...DENY_ALL, Action: "ec2:*" }))).toBe("allowed");
  });

  it("never grant permissions", () => {
    expect(outcome({ managementAccountId: MANAGEMENT, scps: [level("root", ALLOW_ALL)] })).toBe("implicitDeny");
  });

  it("take conditions, variables, NotAction and NotResource, also with Allow", () => {
    const allowed = level("root", { Effect: "Allow", NotAction: "iam:*", NotResource: "arn:aws:s3:::secret/*", Condition: { StringLike: { "aws:PrincipalTag/home": "${aws:username}*" } } });
    const context = { "aws:PrincipalTag/home": "alice-1", "aws:username": "alice" };
    expect(outcome({ ...open, scps: [allowed] }, { context })).toBe("allowed");
    expect(outcome({ ...open, scps: [allowed] }, { context, resource: "arn:aws:s3:::secret/x" })).toBe("implicitDeny");
    expect(outcome({ ...open, scps: [allowed] })).toBe("implicitDeny");
  });

  it("limit what the resource's own policy grants, too", () => {
    const chain = { managementAccountId: MANAGEMENT, scps: [level("root", { ...ALLOW_ALL, Action: "ec2:*" })], resource: named(policy(grant({ AWS: user.arn }))) };
    expect(outcome(chain)).toBe("implicitDeny");
  });
});

/** The same guide, "Service control policies (SCPs)", "SCP effects on permissions" and "Tasks and entities not restricted by SCPs". */
describe("the reach of SCPs", () => {
  const denied: Partial<PolicyChain> = { ...open, scps: [level("root", ALLOW_ALL, DENY_ALL)], resource: named(policy(grant("*"))) };
  const reaches = (principal: Principal, action = "s3:GetObject") => outcome(denied, { principal, action }) === "explicitDeny";

  it("includes users, roles and the root user of member accounts", () => {
    expect([user, session, root].map((principal) => reaches(principal))).toEqual([true, true, true]);
  });

  it("excludes the management account, its root user too", () => {
    for (const principal of [{ ...user, accountId: MANAGEMENT }, { ...root, accountId: MANAGEMENT }]) expect(reaches(principal)).toBe(false);
  });

  it("excludes service-linked roles, by their path or, where that is not known, by their name", () => {
    expect(reaches(serviceLinked)).toBe(false);
    expect(reaches({ ...session, roleArn: `arn:aws:iam::${OWN}:role/AWSServiceRoleForECS` })).toBe(false);
    expect(reaches({ ...session, roleArn: `arn:aws:iam::${OWN}:role/service-role/MyServiceRole` })).toBe(true);
  });

  it("excludes services as themselves, anonymous callers and principals of other organizations", () => {
    expect(reaches(service)).toBe(false);
    expect(reaches({ type: "anonymous" })).toBe(false);
    expect(reaches({ ...user, accountId: OTHER, outsideOrganization: true })).toBe(false);
  });

  it("includes calls that a service makes with the caller's forwarded session", () => {
    expect(outcome(denied, { principal: session, context: { "aws:ViaAWSService": "true", "aws:CalledVia": ["cloudformation.amazonaws.com"] } })).toBe("explicitDeny");
  });

  it("excludes the tasks that have actions of their own", () => {
    expect(reaches(user, "mechanicalturk:CreateHIT")).toBe(false);
    expect(reaches(root, "supportplans:CreateSupportPlanSchedule")).toBe(false);
    expect(reaches(user, "supportplans:CreateSupportPlanSchedule")).toBe(true);
  });

  it("does nothing on the resource's side: they follow the principal", () => {
    expect(outcome({ ...open, resource: named(policy(grant("*"))) }, { resourceAccount: OTHER })).toBe("allowed");
  });
});
