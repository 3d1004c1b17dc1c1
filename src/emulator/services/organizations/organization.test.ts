import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

describe("organization", () => {
  it("is created with all features, one root and the caller as management account", () => {
    const stage = new Stage();
    const { Organization } = stage.call("CreateOrganization");
    expect(Organization).toMatchObject({
      Id: expect.stringMatching(/^o-[a-z0-9]{10}$/),
      FeatureSet: "ALL",
      MasterAccountId: MANAGEMENT,
      MasterAccountEmail: "aws@example.com",
      AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
    });
    expect(Organization?.Arn).toBe(`arn:aws:organizations::${MANAGEMENT}:organization/${Organization?.Id}`);
    expect(Organization?.MasterAccountArn).toBe(`arn:aws:organizations::${MANAGEMENT}:account/${Organization?.Id}/${MANAGEMENT}`);
    const [root] = stage.call("ListRoots").Roots ?? [];
    expect(root).toMatchObject({ Id: expect.stringMatching(/^r-[a-z0-9]{4}$/), Name: "Root", PolicyTypes: [] });
    expect(root?.Arn).toBe(`arn:aws:organizations::${MANAGEMENT}:root/${Organization?.Id}/${root?.Id}`);
  });

  it("can be for consolidated billing only, without policy types", () => {
    const stage = new Stage();
    expect(stage.call("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }).Organization).toMatchObject({
      FeatureSet: "CONSOLIDATED_BILLING",
      AvailablePolicyTypes: [],
    });
  });

  it("is refused to an account that is in one", () => {
    const stage = new Stage();
    stage.found();
    expect(awsError(() => stage.call("CreateOrganization"))).toBe("AlreadyInOrganizationException");
  });

  it("does not exist for an account that is in none", () => {
    expect(awsError(() => new Stage().call("DescribeOrganization"))).toBe("AWSOrganizationsNotInUseException");
    expect(awsError(() => new Stage().call("ListRoots"))).toBe("AWSOrganizationsNotInUseException");
  });

  it("is described to members, who may not list its accounts", () => {
    const stage = new Stage();
    stage.found();
    const member = stage.account("member");
    expect(stage.call("DescribeOrganization", {}, member).Organization?.MasterAccountId).toBe(MANAGEMENT);
    expect(awsError(() => stage.call("ListAccounts", {}, member))).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("DeleteOrganization", {}, member))).toBe("AccessDeniedException");
  });

  it("leaves nothing behind when deleted but the accounts that AWS knows", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    stage.enable(root, "RESOURCE_CONTROL_POLICY");
    const ou = stage.unit(root, "A");
    const policy = stage.policy("deny");
    stage.call("AttachPolicy", { PolicyId: policy, TargetId: ou });
    for (const ResourceId of [root, ou, policy, MANAGEMENT]) stage.call("TagResource", { ResourceId, Tags: [{ Key: "a", Value: "b" }] });
    stage.call("CreateAccount", { Email: "aws@example.com", AccountName: "fails" });
    stage.wait(180);
    stage.call("DisablePolicyType", { RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" });
    stage.call("DeleteOrganization");
    expect(stage.world.filled().toSorted((a, b) => a.localeCompare(b))).toEqual([
      "organizations/emails",
      "organizations/known-accounts",
      "organizations/sequence",
    ]);
  });

  it("is deleted with its units, but not with member accounts or while one is being created", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.unit(stage.unit(root, "Workloads"), "Prod");
    stage.call("DeleteOrganization");
    expect(awsError(() => stage.call("DescribeOrganization"))).toBe("AWSOrganizationsNotInUseException");
    stage.found();
    stage.call("CreateAccount", { Email: "a@example.com", AccountName: "a" });
    expect(awsError(() => stage.call("DeleteOrganization"))).toBe("OrganizationNotEmptyException");
    stage.wait(180);
    expect(awsError(() => stage.call("DeleteOrganization"))).toBe("OrganizationNotEmptyException");
  });
});
