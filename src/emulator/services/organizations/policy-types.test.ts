import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

const SCP = "SERVICE_CONTROL_POLICY";
const RCP = "RESOURCE_CONTROL_POLICY";
const types = (stage: Stage) => stage.call("ListRoots").Roots?.[0]?.PolicyTypes;
const attached = (stage: Stage, TargetId: string, Filter: typeof SCP | typeof RCP | "TAG_POLICY") =>
  stage.call("ListPoliciesForTarget", { TargetId, Filter }).Policies?.map(({ Id }) => Id);

describe("policy types", () => {
  it("are pending for some seconds before they are enabled", () => {
    const stage = new Stage();
    const RootId = stage.found();
    const answer = stage.call("EnablePolicyType", { RootId, PolicyType: SCP });
    expect(answer.Root).toMatchObject({ Id: RootId, PolicyTypes: [{ Type: SCP, Status: "PENDING_ENABLE" }] });
    expect(awsError(() => stage.call("EnablePolicyType", { RootId, PolicyType: SCP }))).toBe("PolicyChangesInProgressException");
    stage.wait(6);
    expect(types(stage)).toEqual([{ Type: SCP, Status: "ENABLED" }]);
    expect(awsError(() => stage.call("EnablePolicyType", { RootId, PolicyType: SCP }))).toBe("PolicyTypeAlreadyEnabledException");
  });

  it("attach AWS's own policy to the root, every unit and every account, new ones included", () => {
    const stage = new Stage();
    const root = stage.found();
    const before = [root, stage.unit(root, "Old"), stage.account("old"), MANAGEMENT];
    expect(before.map((id) => attached(stage, id, SCP))).toEqual([[], [], [], []]);
    stage.enable(root, SCP);
    stage.enable(root, RCP);
    for (const id of [...before, stage.unit(root, "New"), stage.account("new")]) {
      expect(attached(stage, id, SCP)).toEqual(["p-FullAWSAccess"]);
      expect(attached(stage, id, RCP)).toEqual(["p-RCPFullAWSAccess"]);
    }
  });

  it("lose every attachment when disabled, and bring back only AWS's own when enabled again", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, SCP);
    const policy = stage.policy("deny");
    stage.call("AttachPolicy", { PolicyId: policy, TargetId: root });
    expect(stage.call("DisablePolicyType", { RootId: root, PolicyType: SCP }).Root?.PolicyTypes).toEqual([{ Type: SCP, Status: "PENDING_DISABLE" }]);
    expect(awsError(() => stage.call("DisablePolicyType", { RootId: root, PolicyType: SCP }))).toBe("PolicyChangesInProgressException");
    stage.wait(6);
    expect(types(stage)).toEqual([]);
    expect(attached(stage, root, SCP)).toEqual([]);
    expect(stage.call("ListTargetsForPolicy", { PolicyId: policy }).Targets).toEqual([]);
    expect(awsError(() => stage.call("DisablePolicyType", { RootId: root, PolicyType: SCP }))).toBe("PolicyTypeNotEnabledException");
    stage.enable(root, SCP);
    expect(attached(stage, root, SCP)).toEqual(["p-FullAWSAccess"]);
    stage.call("DeletePolicy", { PolicyId: policy });
  });

  it("that are not about permissions attach nothing by themselves", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "TAG_POLICY");
    expect(types(stage)).toEqual([{ Type: "TAG_POLICY", Status: "ENABLED" }]);
    expect(attached(stage, root, "TAG_POLICY")).toEqual([]);
    expect(stage.call("ListPolicies", { Filter: "TAG_POLICY" }).Policies).toEqual([]);
  });

  it.each([
    ["SECURITYHUB_POLICY", "securityhub.amazonaws.com"],
    ["INSPECTOR_POLICY", "inspector2.amazonaws.com"],
    ["NETWORK_SECURITY_DIRECTOR_POLICY", "network-security-director.amazonaws.com"],
    ["GUARDDUTY_POLICY", "guardduty.amazonaws.com"],
  ] as const)("come after trusted access and go before it: %s", (PolicyType, ServicePrincipal) => {
    const stage = new Stage();
    const RootId = stage.found();
    const enable = () => stage.call("EnablePolicyType", { RootId, PolicyType });
    expect(awsError(enable)).toBe("ConstraintViolationException SERVICE_ACCESS_NOT_ENABLED");
    stage.call("EnableAWSServiceAccess", { ServicePrincipal });
    enable();
    stage.wait(6);
    const withdraw = () => stage.call("DisableAWSServiceAccess", { ServicePrincipal });
    expect(awsError(withdraw)).toBe("ConstraintViolationException POLICY_TYPE_ENABLED_FOR_THIS_SERVICE");
    stage.call("DisablePolicyType", { RootId, PolicyType });
    stage.wait(6);
    withdraw();
  });

  it("need the root of the organization and all its features", () => {
    const stage = new Stage();
    stage.found();
    expect(awsError(() => stage.call("EnablePolicyType", { RootId: "r-none", PolicyType: SCP }))).toBe("RootNotFoundException");
    expect(awsError(() => stage.call("DisablePolicyType", { RootId: "r-none", PolicyType: SCP }))).toBe("RootNotFoundException");
    const billing = new Stage();
    const RootId = billing.found("CONSOLIDATED_BILLING");
    expect(awsError(() => billing.call("EnablePolicyType", { RootId, PolicyType: SCP }))).toBe("PolicyTypeNotAvailableForOrganizationException");
  });

  it("that the emulator lacks are refused by name", () => {
    const stage = new Stage();
    const RootId = stage.found();
    const PolicyType = "SECURITYHUB_CSPM_POLICY";
    expect(() => stage.call("EnablePolicyType", { RootId, PolicyType })).toThrow(/does not implement.*SECURITYHUB_CSPM_POLICY/);
    expect(awsError(() => stage.call("DisablePolicyType", { RootId, PolicyType }))).toBe("PolicyTypeNotEnabledException");
    expect(stage.call("ListPolicies", { Filter: PolicyType }).Policies).toEqual([]);
  });
});
