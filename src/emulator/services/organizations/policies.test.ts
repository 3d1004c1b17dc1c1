import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { DENY, DENY_S3, MANAGEMENT, Stage } from "./testing/stage.ts";

const SCP = "SERVICE_CONTROL_POLICY";
const create = (stage: Stage, input: { Name: string; Content?: string; Type?: "RESOURCE_CONTROL_POLICY" | "SECURITYHUB_CSPM_POLICY" | typeof SCP }) =>
  stage.call("CreatePolicy", { Type: SCP, Description: "", Content: DENY, ...input });

describe("policies", () => {
  it("are stored as sent and described by id", () => {
    const stage = new Stage();
    stage.found();
    const organization = stage.call("DescribeOrganization").Organization?.Id;
    const content = JSON.stringify(JSON.parse(DENY), null, 2);
    const policy = stage.call("CreatePolicy", { Type: SCP, Name: "deny", Description: "no leaving", Content: content }).Policy;
    const id = String(policy?.PolicySummary?.Id);
    expect(id).toMatch(/^p-[a-z0-9]{8}$/);
    expect(policy).toEqual({
      Content: content,
      PolicySummary: {
        Id: id,
        Arn: `arn:aws:organizations::${MANAGEMENT}:policy/${organization}/service_control_policy/${id}`,
        Name: "deny",
        Description: "no leaving",
        Type: SCP,
        AwsManaged: false,
      },
    });
    expect(stage.call("DescribePolicy", { PolicyId: id }).Policy).toEqual(policy);
    expect(awsError(() => stage.call("DescribePolicy", { PolicyId: "p-00000000" }))).toBe("PolicyNotFoundException");
  });

  it("of AWS can be read but neither changed nor deleted", () => {
    const stage = new Stage();
    stage.found();
    const { Policy } = stage.call("DescribePolicy", { PolicyId: "p-RCPFullAWSAccess" });
    expect(Policy?.PolicySummary).toMatchObject({
      Name: "RCPFullAWSAccess",
      AwsManaged: true,
      Arn: "arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess",
    });
    expect(JSON.parse(Policy?.Content ?? "")).toMatchObject({ Statement: [{ Effect: "Allow", Principal: "*" }] });
    expect(awsError(() => stage.call("UpdatePolicy", { PolicyId: "p-FullAWSAccess", Name: "mine" }))).toBe("InvalidInputException IMMUTABLE_POLICY");
    expect(awsError(() => stage.call("DeletePolicy", { PolicyId: "p-FullAWSAccess" }))).toBe("InvalidInputException IMMUTABLE_POLICY");
  });

  it("have names that are unique within their type", () => {
    const stage = new Stage();
    stage.found();
    create(stage, { Name: "one" });
    const two = create(stage, { Name: "two" }).Policy?.PolicySummary?.Id;
    expect(awsError(() => create(stage, { Name: "one" }))).toBe("DuplicatePolicyException");
    expect(awsError(() => create(stage, { Name: "FullAWSAccess" }))).toBe("DuplicatePolicyException");
    expect(awsError(() => stage.call("UpdatePolicy", { PolicyId: two, Name: "one" }))).toBe("DuplicatePolicyException");
    stage.call("UpdatePolicy", { PolicyId: two, Name: "three" });
    create(stage, { Name: "two" });
    create(stage, { Name: "one", Type: "RESOURCE_CONTROL_POLICY", Content: DENY_S3 });
  });

  it("with a document AWS would not take are refused", () => {
    const stage = new Stage();
    stage.found();
    const PolicyId = create(stage, { Name: "good" }).Policy?.PolicySummary?.Id;
    for (const Content of ["{", "[]", '{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}']) {
      expect(awsError(() => create(stage, { Name: "bad", Content }))).toBe("MalformedPolicyDocumentException");
      expect(awsError(() => stage.call("UpdatePolicy", { PolicyId, Content }))).toBe("MalformedPolicyDocumentException");
    }
    expect(stage.call("DescribePolicy", { PolicyId }).Policy?.Content).toBe(DENY);
  });

  it("count every character as sent, white space too, up to the limit of their type", () => {
    const stage = new Stage();
    stage.found();
    create(stage, { Name: "full", Content: DENY.padEnd(10_240) });
    expect(awsError(() => create(stage, { Name: "over", Content: DENY.padEnd(10_241) }))).toBe("ConstraintViolationException POLICY_CONTENT_LIMIT_EXCEEDED");
    const rcp = { Name: "rcp", Type: "RESOURCE_CONTROL_POLICY", Content: DENY_S3.padEnd(5_121) } as const;
    expect(awsError(() => create(stage, rcp))).toBe("ConstraintViolationException POLICY_CONTENT_LIMIT_EXCEEDED");
  });

  it("change only what an update names", () => {
    const stage = new Stage();
    stage.found();
    const PolicyId = create(stage, { Name: "deny" }).Policy?.PolicySummary?.Id;
    const updated = stage.call("UpdatePolicy", { PolicyId, Description: "changed" }).Policy;
    expect(updated).toMatchObject({ Content: DENY, PolicySummary: { Id: PolicyId, Name: "deny", Description: "changed" } });
  });

  it("are deleted only when attached nowhere", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, SCP);
    const PolicyId = String(create(stage, { Name: "deny" }).Policy?.PolicySummary?.Id);
    stage.call("AttachPolicy", { PolicyId, TargetId: root });
    expect(awsError(() => stage.call("DeletePolicy", { PolicyId }))).toBe("PolicyInUseException");
    stage.call("DetachPolicy", { PolicyId, TargetId: root });
    stage.call("DeletePolicy", { PolicyId });
    expect(awsError(() => stage.call("DeletePolicy", { PolicyId }))).toBe("PolicyNotFoundException");
    create(stage, { Name: "deny" });
  });

  it("are listed by type, AWS's own first", () => {
    const stage = new Stage();
    stage.found();
    for (let i = 0; i < 30; i += 1) create(stage, { Name: `policy-${i}` });
    const names = stage.all((NextToken) => {
      const page = stage.call("ListPolicies", { Filter: SCP, NextToken });
      return { NextToken: page.NextToken, items: page.Policies };
    });
    expect(names.map(({ Name }) => Name)).toEqual(["FullAWSAccess", ...Array.from({ length: 30 }, (_, i) => `policy-${i}`)]);
    expect(stage.call("ListPolicies", { Filter: "RESOURCE_CONTROL_POLICY" }).Policies?.map(({ Name }) => Name)).toEqual(["RCPFullAWSAccess"]);
  });

  it("need all features, and a type the emulator has", () => {
    const billing = new Stage();
    billing.found("CONSOLIDATED_BILLING");
    expect(awsError(() => create(billing, { Name: "a" }))).toBe("PolicyTypeNotAvailableForOrganizationException");
    expect(billing.call("ListPolicies", { Filter: SCP }).Policies).toEqual([]);
    const stage = new Stage();
    stage.found();
    expect(() => create(stage, { Name: "a", Type: "SECURITYHUB_CSPM_POLICY" })).toThrow(/does not implement.*SECURITYHUB_CSPM_POLICY/);
  });
});
