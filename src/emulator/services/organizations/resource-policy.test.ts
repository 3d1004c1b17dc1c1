import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { DENY, Stage, text } from "./testing/stage.ts";

const TYPES = { StringEquals: { "organizations:PolicyType": "SERVICE_CONTROL_POLICY" } };
const WRITE = ["CreatePolicy", "AttachPolicy", "DetachPolicy", "DeletePolicy", "UpdatePolicy"].map((name) => `organizations:${name}`);

const statement = (AWS: string, more: object = {}) => ({ Effect: "Allow", Principal: { AWS }, Action: WRITE, Resource: "*", Condition: TYPES, ...more });
const document = (...Statement: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });

const put = (stage: Stage, Content: string) => stage.call("PutResourcePolicy", { Content }).ResourcePolicy;

describe("the delegation policy", () => {
  it("is put, replaced under the same id, shown and deleted", () => {
    const stage = new Stage();
    stage.found();
    const member = stage.account("member");
    const first = put(stage, document(statement(member)));
    expect(first?.ResourcePolicySummary?.Id).toMatch(/^rp-[a-z0-9]{8}$/);
    expect(first?.ResourcePolicySummary?.Arn).toMatch(/^arn:aws:organizations::111111111111:resourcepolicy\/o-[a-z0-9]{10}\/rp-[a-z0-9]{8}$/);
    const Content = document(statement(`arn:aws:iam::${member}:root`));
    expect(put(stage, Content)).toEqual({ ResourcePolicySummary: first?.ResourcePolicySummary, Content });
    expect(stage.call("DescribeResourcePolicy").ResourcePolicy?.Content).toBe(Content);
    stage.call("DeleteResourcePolicy");
    expect(awsError(() => stage.call("DescribeResourcePolicy"))).toBe("ResourcePolicyNotFoundException");
    expect(awsError(() => stage.call("DeleteResourcePolicy"))).toBe("ResourcePolicyNotFoundException");
  });

  it("takes tags when it is made, and later as any resource does", () => {
    const stage = new Stage();
    stage.found();
    const [Content, Tags] = [document(statement(stage.account("member"))), [{ Key: "a", Value: "b" }]];
    const id = text(stage.call("PutResourcePolicy", { Content, Tags }).ResourcePolicy?.ResourcePolicySummary?.Id);
    expect(awsError(() => stage.call("PutResourcePolicy", { Content, Tags }))).toBe("InvalidInputException UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED");
    stage.call("TagResource", { ResourceId: id, Tags: [{ Key: "c", Value: "d" }] });
    expect(stage.call("ListTagsForResource", { ResourceId: id }).Tags).toHaveLength(2);
    stage.call("DeleteResourcePolicy");
    expect(awsError(() => stage.call("ListTagsForResource", { ResourceId: id }))).toBe("TargetNotFoundException");
  });

  it("is refused when AWS would not store it", () => {
    const stage = new Stage();
    stage.found();
    const member = stage.account("member");
    const reason = (content: string) => awsError(() => put(stage, content)).replace("InvalidInputException ", "");
    for (const content of ["nonsense", "[]", "{}", document({ Effect: "Perhaps" }), '{"Version":"2012-10-17","Statement":[],}']) expect(reason(content)).toBe("INVALID_RESOURCE_POLICY_JSON");
    expect(reason(document(statement(member, { Action: undefined })))).toBe("INVALID_RESOURCE_POLICY_JSON");
    expect(reason(document(statement(member, { Resource: undefined })))).toBe("INVALID_RESOURCE_POLICY_JSON");
    expect(reason(document(statement("999999999999")))).toBe("INVALID_PRINCIPAL");
    expect(reason(document(statement(member, { Principal: { Service: "config.amazonaws.com" } })))).toBe("INVALID_PRINCIPAL");
    expect(reason(document(statement(member, { Principal: undefined })))).toBe("INVALID_PRINCIPAL");
    for (const Action of ["organizations:CreateAccount", "s3:*", "organizations:Move*"]) expect(reason(document(statement(member, { Action })))).toBe("UNSUPPORTED_ACTION_IN_RESOURCE_POLICY");
    for (const Resource of ["arn:aws:s3:::bucket", "ou-ab12-12345678"]) expect(reason(document(statement(member, { Resource })))).toBe("UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY");
    const Condition = { StringLike: { "organizations:PolicyType": ["BACKUP_POLICY", "PARKING_POLICY"] } };
    expect(reason(document(statement(member, { Condition })))).toBe("UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY");
  });

  it("allows nothing by what is not known here, and denies by it", () => {
    const stage = new Stage();
    const root = stage.found();
    const member = stage.account("member");
    const list = () => stage.call("ListChildren", { ParentId: root, ChildType: "ACCOUNT" }, member);
    const known = statement(member, { Action: "organizations:List*", Condition: { Bool: { "aws:SecureTransport": "true" } } });
    const office = { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };
    put(stage, document({ ...known, ...office }));
    expect(awsError(list)).toBe("AccessDeniedException");
    put(stage, document(known, { ...known, ...office, Effect: "Deny" }));
    expect(awsError(list)).toBe("AccessDeniedException");
    put(stage, document(known));
    list();
  });

  it("needs all features", () => {
    const stage = new Stage();
    stage.found("CONSOLIDATED_BILLING");
    expect(awsError(() => put(stage, document(statement("111111111111"))))).toBe("ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
  });
});

describe("a member account with delegated permissions", () => {
  const stageWith = (more: object) => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    const member = stage.account("member");
    put(stage, document(statement(member, more)));
    return { stage, root, member };
  };

  it("manages policies of the types it is trusted with, and of no other", () => {
    const { stage, root, member } = stageWith({});
    const input = { Name: "deny", Description: "", Content: DENY } as const;
    const PolicyId = text(stage.call("CreatePolicy", { ...input, Type: "SERVICE_CONTROL_POLICY" }, member).Policy?.PolicySummary?.Id);
    stage.call("AttachPolicy", { PolicyId, TargetId: root }, member);
    stage.call("DetachPolicy", { PolicyId, TargetId: root }, member);
    stage.call("DeletePolicy", { PolicyId }, member);
    expect(awsError(() => stage.call("CreatePolicy", { ...input, Type: "RESOURCE_CONTROL_POLICY" }, member))).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("ListPolicies", { Filter: "SERVICE_CONTROL_POLICY" }, member))).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("CreateOrganizationalUnit", { ParentId: root, Name: "A" }, member))).toBe("AccessDeniedException");
  });

  it("attaches policies where it is trusted to", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    const member = stage.account("member");
    const [ours, theirs] = [stage.unit(root, "Ours"), stage.unit(root, "Theirs")];
    const PolicyId = stage.policy("deny");
    const arn = text(stage.call("DescribeOrganizationalUnit", { OrganizationalUnitId: ours }).OrganizationalUnit?.Arn);
    put(stage, document(statement(member, { Resource: [arn, "arn:aws:organizations::111111111111:policy/*/service_control_policy/*"] })));
    stage.call("AttachPolicy", { PolicyId, TargetId: ours }, member);
    for (const TargetId of [theirs, root]) expect(awsError(() => stage.call("AttachPolicy", { PolicyId, TargetId }, member))).toBe("AccessDeniedException");
  });

  it("makes policies where its statement names only kinds of resources, as in AWS's own example", () => {
    const { stage, member } = stageWith({ Resource: ["arn:aws:organizations::111111111111:policy/*/service_control_policy/*"], Condition: undefined });
    stage.call("CreatePolicy", { Name: "deny", Description: "", Content: DENY, Type: "SERVICE_CONTROL_POLICY" }, member);
    expect(awsError(() => stage.call("CreatePolicy", { Name: "deny", Description: "", Content: DENY, Type: "TAG_POLICY" }, member))).toBe("AccessDeniedException");
  });

  it("is trusted by the tags of a unit", () => {
    const { stage, root, member } = stageWith({});
    const ours = stage.unit(root, "Ours");
    stage.call("TagResource", { ResourceId: ours, Tags: [{ Key: "team", Value: "blue" }] });
    const Condition = { StringEquals: { "aws:ResourceTag/team": "blue" } };
    put(stage, document(statement(member, { Condition, Action: "organizations:AttachPolicy", Resource: "arn:aws:organizations::111111111111:ou/*" }), statement(member, { Condition: undefined, Resource: "arn:aws:organizations::111111111111:policy/*" })));
    const PolicyId = text(stage.call("CreatePolicy", { Name: "deny", Description: "", Content: DENY, Type: "SERVICE_CONTROL_POLICY" }, member).Policy?.PolicySummary?.Id);
    stage.call("AttachPolicy", { PolicyId, TargetId: ours }, member);
    expect(awsError(() => stage.call("AttachPolicy", { PolicyId, TargetId: stage.unit(root, "Theirs") }, member))).toBe("AccessDeniedException");
  });

  it("tags what it makes only where it may tag", () => {
    const { stage, member } = stageWith({});
    const input = { Name: "deny", Description: "", Content: DENY, Type: "SERVICE_CONTROL_POLICY" as const, Tags: [{ Key: "team", Value: "blue" }] };
    expect(awsError(() => stage.call("CreatePolicy", input, member))).toBe("AccessDeniedException");
    put(stage, document(statement(member), statement(member, { Action: "organizations:TagResource", Condition: { StringEquals: { "aws:RequestTag/team": "blue" } } })));
    stage.call("CreatePolicy", input, member);
    expect(awsError(() => stage.call("CreatePolicy", { ...input, Name: "more", Tags: [{ Key: "team", Value: "red" }] }, member))).toBe("AccessDeniedException");
  });

  it("loses them with the policy", () => {
    const { stage, member } = stageWith({ Action: "organizations:ListRoots", Condition: undefined });
    stage.call("ListRoots", {}, member);
    stage.call("DeleteResourcePolicy");
    expect(awsError(() => stage.call("ListRoots", {}, member))).toBe("AccessDeniedException");
  });
});
