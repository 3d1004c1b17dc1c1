import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../../chain.ts";
import type { Request } from "../../request/request.ts";
import { allows, ALLOW_ALL, DENY_ALL, grant, level, MANAGEMENT, named, OTHER, outcome, OWN, policy, root, service, serviceLinked, session, user } from "../testing/kit.ts";

const denyEveryone = { ...DENY_ALL, Principal: "*" } as const;
const chain: Partial<PolicyChain> = {
  managementAccountId: MANAGEMENT,
  identity: allows(ALLOW_ALL),
  rcps: [level("root"), level("account", denyEveryone)],
  resource: named(policy(grant("*"), grant({ AWS: OWN }))),
};
const reaches = (asked: Partial<Request>) => outcome(chain, asked) === "explicitDeny";

/** Organizations User Guide, "Resource control policies (RCPs)" and "RCP evaluation". */
describe("RCPs", () => {
  it("allow at every level, with or without RCPFullAWSAccess in the list", () => {
    expect(outcome({ ...chain, rcps: [level("root"), level("account", { ...ALLOW_ALL, Principal: "*" })] })).toBe("allowed");
  });

  it("an explicit Deny at any level affects every resource under it", () => {
    expect(reaches({})).toBe(true);
    expect(outcome({ ...chain, rcps: [level("root", denyEveryone), level("account")] })).toBe("explicitDeny");
  });

  it("an Allow of theirs grants nothing", () => {
    expect(outcome({ managementAccountId: MANAGEMENT, rcps: [level("root", { ...ALLOW_ALL, Principal: "*" })] })).toBe("implicitDeny");
  });

  it("reach every caller: root users, other accounts and organizations, services, anonymous", () => {
    for (const principal of [root, session, { ...user, accountId: OTHER, outsideOrganization: true }, service, { type: "anonymous" } as const]) {
      expect(reaches({ principal, resourceAccount: OWN })).toBe(true);
    }
  });

  it("look at conditions", () => {
    const perimeter = { ...denyEveryone, Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" }, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } };
    const guarded = { ...chain, rcps: [level("root", perimeter)] };
    expect(outcome(guarded, { context: { "aws:PrincipalOrgID": "o-1" } })).toBe("allowed");
    expect(outcome(guarded, { context: { "aws:PrincipalOrgID": "o-2" } })).toBe("explicitDeny");
    expect(outcome(guarded, { context: { "aws:PrincipalIsAWSService": "true" } })).toBe("allowed");
  });
});

/** The same, "Resources and entities not restricted by RCPs" and "List of AWS services that support RCPs". */
describe("the reach of RCPs", () => {
  it("excludes resources of the management account, not its callers", () => {
    expect(reaches({ resourceAccount: MANAGEMENT })).toBe(false);
    expect(reaches({ principal: { ...user, accountId: MANAGEMENT }, resourceAccount: OWN })).toBe(true);
  });

  it("excludes calls by service-linked roles, and the assuming of one", () => {
    expect(reaches({ principal: serviceLinked })).toBe(false);
    expect(reaches({ principal: service, action: "sts:AssumeRole", resource: serviceLinked.roleArn })).toBe(false);
    expect(reaches({ principal: service, action: "sts:AssumeRole", resource: session.roleArn })).toBe(true);
  });

  it("excludes AWS managed KMS keys and kms:RetireGrant", () => {
    const key = { resource: `arn:aws:kms:eu-west-1:${OWN}:key/1` };
    expect(reaches({ ...key, action: "kms:Decrypt" })).toBe(true);
    expect(reaches({ ...key, action: "kms:Decrypt", awsManagedKey: true })).toBe(false);
    expect(reaches({ ...key, action: "kms:RetireGrant" })).toBe(false);
  });

  it("excludes services that are not on the list", () => {
    expect(reaches({ action: "ec2:RunInstances", resource: `arn:aws:ec2:eu-west-1:${OWN}:instance/i` })).toBe(false);
    expect(reaches({ action: "dynamodb:GetItem", resource: `arn:aws:dynamodb:eu-west-1:${OWN}:table/t` })).toBe(true);
  });
});
